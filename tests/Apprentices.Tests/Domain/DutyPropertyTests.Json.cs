using Apprentices.Data.Configurations;
using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>What is true of the entries as the database keeps them.</content>
public sealed partial class DutyPropertyTests
{
    [Fact]
    public void What_happened_is_the_same_after_it_was_kept_as_JSON() => Holds(story =>
    {
        var kept = new ChangeAsJson();
        foreach (var entry in story.Tell().Entries)
        {
            Assert.Equal(entry.Change, (RecordChange)kept.ConvertFromProvider(kept.ConvertToProvider(entry.Change))!);
        }
    });

    [Fact]
    public void Every_kind_of_change_is_kept_under_a_name_of_its_own_and_never_a_number()
    {
        var (kept, id, day) = (new ChangeAsJson(), Guid.CreateVersion7(), new DateOnly(2024, 2, 29));
        var terms = new Apprenticeship.Terms(
            ContractKind.OnTheJobCandidate, ContractVariant.DualCompetence, "1234", "ITD03-01", "03", DutyCase.Workplace, day, day.AddYears(1))
        {
            TrainingOffice = "OK stat",
            CreditMonths = 12,
            PartTimePercent = 80,
            HasYouthRight = true,
            ResidenceCountyNumber = "42",
            MissingSubjects = "Matematikk, «1P»",
        };
        RecordChange[] all =
        [
            new ContractEntered(terms), new ContractCorrected(terms), new ContractSigned(day), new ContractApproved(day), new AgreementSigned(day, day, null, "1362"),
            new InterruptionBegun(day, null, 50, true), new InterruptionEnded(id, day), new PeriodExtended(day, 92), new ConsentGiven(id, day), new ConsentRefused(id, day),
            new WorkplaceChanged(day, id), new CountyChanged(day, "11"), new CurriculumChanged(day, "IUV03-01", day), new KindChanged(day, ContractKind.TrainingCandidate),
            new ContractTerminated(day, TerminationWay.ByAgreement), new TrainingCompleted(day), new TestHeld(day, TestGrade.PassedWithDistinction, day), new ChangeWithdrawn(id),
            new TestDeferred(day), new TestSentOut(day), new TestAnnulled(day, day.AddDays(3), id), new TestAppealed(id, day),
            new AppealDecided(id, day, AppealOutcome.GradeChanged, TestGrade.Passed), new CertificateReceived(day, CertificateKind.JourneymanCertificate),
        ];
        var kinds = typeof(RecordChange).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecordChange)));
        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), all.Select(change => change.GetType().Name).Order(StringComparer.Ordinal));

        var texts = all.Select(change => (string)kept.ConvertToProvider(change)!).ToList();
        Assert.All(all.Zip(texts), pair => Assert.Equal(pair.First, (RecordChange)kept.ConvertFromProvider(pair.Second)!));
        Assert.Equal(all.Length, texts.Select(text => text[..text.IndexOfAny([',', '}'])]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("\"kind\":\"OnTheJobCandidate\"", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("needsConsent", string.Concat(texts), StringComparison.OrdinalIgnoreCase);
    }
}
