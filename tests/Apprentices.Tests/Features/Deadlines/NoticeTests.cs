using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Deadlines;

/// <summary>What goes to the county or the training office, and the attest.</summary>
public sealed class NoticeTests : AppTests
{
    private static readonly DateOnly Start = new(2025, 8, 15);

    private int contracts;

    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task A_break_is_told_with_its_days_and_the_new_last_day_and_never_with_its_reason()
    {
        var hr = await Given.HrAsync();
        var notice = await ToldAsync(new InterruptionBegun(new(2026, 9, 1), new(2026, 11, 1), 100, Prolongs: true), reason: "Fødselspermisjon");

        var pack = (await NoticeAsync(hr, notice.Id))!;

        Assert.Equal(("Oslo kommune", "Melding om avbrudd i læretiden for Mari Berg"), (pack.Letter.Receiver, pack.Letter.Subject));
        Assert.Contains("Mari Berg har avbrudd i opplæringen fra 1. september 2026 til og med 1. november 2026. Læretiden må forlenges tilsvarende. Ny siste dag blir 15. oktober 2027.", pack.Letter.Paragraphs);
        Assert.Contains("opplæringslova §§ 7-2, 7-10", pack.Letter.Paragraphs[^1], StringComparison.Ordinal);
        Assert.Equal(
            ["V-2025-1", "Mari Berg", "Prøvefaget (TEST01-01)", "Eksempeletaten", "15.08.2025", "14.08.2027", "Avbrudd", "01.09.2026", "01.11.2026", "100 %", "15.10.2027", "Ja"],
            pack.Letter.Fields.Select(field => field.Value));
        Assert.DoesNotContain("permisjon", JsonSerializer.Serialize(pack), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Parental", JsonSerializer.Serialize(pack), StringComparison.OrdinalIgnoreCase);
        Assert.True(pack.TakesConsent);
    }

    [BothDatabases]
    public async Task The_letter_is_in_the_language_of_choice_whatever_the_reader_reads()
    {
        var hr = await Given.HrAsync();
        var notice = await ToldAsync(new InterruptionBegun(new(2026, 9, 1), null, 60, Prolongs: true));

        var pack = (await NoticeAsync(hr, notice.Id, Language.Nynorsk))!;

        Assert.Contains("Mari Berg har avbrot i opplæringa frå 1. september 2026. Vi veit ikkje siste dag enno, og melder frå når vi gjer det. Avbrotet gjeld 60 prosent av opplæringa. Læretida må forlengjast tilsvarande når avbrotet er over.", pack.Letter.Paragraphs);
        Assert.Equal("–", pack.Letter.Fields[8].Value);
    }

    [BothDatabases]
    public async Task An_extension_and_another_kind_of_contract_ask_for_consent()
    {
        var hr = await Given.HrAsync();

        var longer = (await NoticeAsync(hr, (await ToldAsync(new PeriodExtended(new(2027, 10, 15), 62))).Id))!;
        Assert.Contains("Læretiden må forlenges med 62 dager. Ny siste dag blir 15. oktober 2027.", longer.Letter.Paragraphs);
        Assert.Equal(("15.10.2027", "Ja"), (longer.Letter.Fields[10].Value, longer.Letter.Fields[11].Value));

        var kind = (await NoticeAsync(hr, (await ToldAsync(new KindChanged(new(2026, 10, 1), ContractKind.TrainingCandidate))).Id))!;
        Assert.Contains("Kontrakten skal endres fra lærekontrakt til opplæringskontrakt fra 1. oktober 2026.", kind.Letter.Paragraphs);
    }

    [BothDatabases]
    public async Task Where_a_training_office_holds_the_contract_the_letter_goes_there()
    {
        var hr = await Given.HrAsync();
        var notice = await ToldAsync(new PeriodExtended(new(2027, 10, 15), 62), office: "OK stat");

        var pack = (await NoticeAsync(hr, notice.Id))!;

        Assert.Equal("OK stat", pack.Letter.Receiver);
        Assert.Contains("Vi ber om at opplæringskontoret tar dette videre til Oslo kommune og sender oss svaret.", pack.Letter.Paragraphs);
    }

    [BothDatabases]
    public async Task A_registration_names_the_test_and_the_days_it_can_be_held_on()
    {
        var frida = await Given.TrainingManagerAsync();
        var contract = await ContractAsync(manager: frida);
        var duty = await App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == contract && d.Kind == DutyKind.RegistrationDeadline));

        var pack = (await NoticeAsync(frida, duty.Id))!;

        Assert.Equal("Oppmelding til fagprøve for Mari Berg", pack.Letter.Subject);
        Assert.Contains("Vi melder Mari Berg opp til fagprøve i prøvefaget. Prøven kan holdes fra 14. mai 2027 til og med 14. august 2027.", pack.Letter.Paragraphs);
        Assert.Equal((false, "Nei"), (pack.TakesConsent, pack.Letter.Fields[11].Value));
        Assert.Null(await NoticeAsync(await Given.TrainingManagerAsync(), duty.Id));
        Assert.Equal([frida.Id], await ReadersAsync(contract));
    }

    [BothDatabases]
    public async Task An_agreed_ending_is_told_before_and_confirmed_and_gives_an_attest_of_what_she_masters()
    {
        var frida = await Given.TrainingManagerAsync("Frida Lie");
        var notice = await ToldAsync(new ContractTerminated(new(2026, 9, 30), TerminationWay.ByAgreement), manager: frida);

        var pack = (await NoticeAsync(frida, notice.Id))!;
        Assert.Contains("Eksempeletaten og Mari Berg er enige om å avslutte kontrakten. Siste dag i opplæringen er 30. september 2026.", pack.Letter.Paragraphs);
        Assert.Equal((false, "30.09.2026", "Nei"), (pack.TakesConsent, pack.Letter.Fields[10].Value, pack.Letter.Fields[11].Value));

        var due = await App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == notice.ApprenticeshipId && d.Kind == DutyKind.Attest));
        await App.ChangeAsync(async db =>
        {
            var goals = await db.PlannedGoals.Where(goal => goal.ApprenticeshipId == notice.ApprenticeshipId).OrderBy(goal => goal.Order).ToListAsync();
            goals[0].Rate(Level.Masters, null, Today, frida.Id, App.Clock.GetUtcNow(), Today);
            goals[1].Rate(Level.NeedsPractice, null, Today, frida.Id, App.Clock.GetUtcNow(), Today);
        });
        var attest = (await App.As(frida).RunAsync((ShowAttest use) => use.RunAsync(due.Id, null)))!;
        Assert.Equal((Start, new DateOnly(2026, 9, 30), "Frida Lie"), (attest.StartsOn, attest.EndsOn, attest.TrainingManager));
        Assert.Equal(new ShowAttest.Place("Drift", Start, new(2026, 9, 30)), Assert.Single(attest.Workplaces));
        Assert.Equal("KM9001", Assert.Single(attest.Goals).Code);
        Assert.Null(await App.As(await Given.InstructorAsync()).RunAsync((ShowAttest use) => use.RunAsync(due.Id, null)));
    }

    private Task<ShowNotice.Details?> NoticeAsync(Person person, Guid id, Language language = Language.Bokmal) =>
        App.As(person).RunAsync((ShowNotice use) => use.RunAsync(id, language));

    /// <summary>Who is noted to have read the record.</summary>
    private Task<List<Guid?>> ReadersAsync(Guid contract) =>
        App.DbAsync(db => db.AccessTraces.Where(trace => trace.ApprenticeshipId == contract).Select(trace => trace.Reader.PersonId).ToListAsync());

    private async Task<Guid> ContractAsync(Person? manager = null) => (await Given.ApprenticeshipAsync(
        await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), startsOn: Start, trainingManager: manager, vigoNumber: $"V-2025-{++contracts}")).Id;

    /// <summary>The notice of a change of Mari Berg's contract.</summary>
    private async Task<TrackedDuty> ToldAsync(RecordChange change, string? reason = null, string? office = null, Person? manager = null)
    {
        var contract = await ContractAsync(manager);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.WithRecord().Include(a => a.Curriculum).ThenInclude(c => c.AllGoals).SingleAsync(a => a.Id == contract);
            if (office is not null)
            {
                record.Correct(record.State.Terms with { TrainingOffice = office }, record.Curriculum, Today);
            }

            var entry = record.Record(change, Decider.Employer, Today);
            record.ScheduleDuties(DutyRules.Default);
            if (reason is not null)
            {
                db.Add(new EntryReason(entry, InterruptionCause.Parental, reason));
            }
        });
        return await App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == contract && d.Kind == DutyKind.Notice));
    }
}
