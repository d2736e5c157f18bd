using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>
/// Enters in the record what happened to a test, and counts anew what is due: all of it, or nothing. Dates of a test she could not
/// come to do not hold any more.
/// </summary>
public sealed class EnterTestEvent(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    public sealed class Input : IValidatableObject
    {
        public TestEvent What { get; init; }

        /// <summary>The test it is about, by its entry, where it is about one that is entered.</summary>
        public Guid? About { get; set; }

        /// <summary>The day it was: the last day of the test, of the appeal, of the decision, of the certificate.</summary>
        [Required]
        public DateOnly? On { get; set; }

        /// <summary>The day she got the result, or the test was annulled.</summary>
        public DateOnly? NoticeOn { get; set; }

        public TestGrade? Grade { get; set; }

        public AppealOutcome? Outcome { get; set; }

        public CertificateKind? Certificate { get; set; }

        /// <summary>The saves of the contract the form was opened with.</summary>
        public int Version { get; init; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Needed.Where(needed => needed.Value is null).Select(needed => new ValidationResult(ValidationTexts.Required, [needed.Name]));

        internal IEnumerable<(string Name, object? Value)> Needed => What switch
        {
            TestEvent.Result => [(nameof(Grade), Grade), (nameof(NoticeOn), NoticeOn)],
            TestEvent.Annulment => [(nameof(NoticeOn), NoticeOn)],
            TestEvent.Appeal => [(nameof(About), About)],
            TestEvent.AppealDecision when Outcome == AppealOutcome.GradeChanged => [(nameof(About), About), (nameof(Grade), Grade)],
            TestEvent.AppealDecision => [(nameof(About), About), (nameof(Outcome), Outcome)],
            TestEvent.Certificate => [(nameof(Certificate), Certificate)],
            _ => [],
        };
    }

    /// <exception cref="RuleException">It cannot be so.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public async Task RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);
        Rule.Require(input.On is not null && input.Needed.All(needed => needed.Value is not null), FinalTestTexts.SomethingMissing);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.Apprenticeships.ToTestBy(user).WithRecord().SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        if (record.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        var number = record.State.Sittings.Count + 1;
        record.Record(Read(record.State, input), input.What == TestEvent.Appeal ? Decider.Apprentice : Decider.County, user.Today, user.PersonId);
        record.ScheduleDuties(await rulebook.ReadAsync(db, cancel));
        if (input.What == TestEvent.Deferral)
        {
            await CallOffAsync(db, user, record.Id, number, cancel);
        }

        // Some entries change no column of the contract itself; whoever has it open is still to be told.
        db.Entry(record).Property(a => a.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    private static RecordChange Read(ContractState state, Input input) => input.What switch
    {
        TestEvent.Result => new TestHeld(input.On!.Value, input.Grade!.Value, input.NoticeOn!.Value),
        TestEvent.Deferral => new TestDeferred(input.On!.Value),
        TestEvent.SentOut => new TestSentOut(input.On!.Value),
        TestEvent.Annulment => new TestAnnulled(input.On!.Value, input.NoticeOn!.Value, input.About),
        TestEvent.Appeal => new TestAppealed(input.About!.Value, input.On!.Value),
        TestEvent.AppealDecision => new AppealDecided(
            state.Sittings.FirstOrDefault(sitting => sitting.Id == input.About)?.Appeal?.Id ?? throw new NotThereException(), input.On!.Value, input.Outcome!.Value,
            input.Outcome == AppealOutcome.GradeChanged ? input.Grade : null),
        TestEvent.Certificate => new CertificateReceived(input.On!.Value, input.Certificate!.Value),
        _ => throw new NotThereException(),
    };

    private static async Task CallOffAsync(AppDbContext db, CurrentUser user, Guid recordId, int number, CancellationToken cancel)
    {
        var attempt = await db.TestAttempts.VisibleTo(user).Include(a => a.Agreements).SingleOrDefaultAsync(a => a.ApprenticeshipId == recordId && a.Number == number, cancel);
        if (attempt?.Current is not null)
        {
            attempt.CallOff(TestDatesEnd.Deferred);
            db.Entry(attempt).Property(a => a.Version).IsModified = true;
        }
    }
}
