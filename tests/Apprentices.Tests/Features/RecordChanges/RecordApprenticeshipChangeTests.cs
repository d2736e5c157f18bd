using Apprentices.Domain;
using Apprentices.Features.RecordChanges;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.RecordChanges;

public sealed class RecordApprenticeshipChangeTests : ChangeTests
{
    [BothDatabases]
    public async Task Days_wait_for_the_county_and_move_with_its_consent()
    {
        await EnterAsync(Leave());
        Assert.Equal((Contract.EndsOn, true), await EndAsync());
        Assert.Equal((Deadline, Moved(62)), await DeadlineAsync());

        await AnswerAsync(WhatHappened.Consent);

        Assert.Equal((Contract.EndsOn.AddDays(62), false), await EndAsync());
        Assert.Equal((Moved(62), null), await DeadlineAsync());
    }

    [BothDatabases]
    public async Task A_refusal_leaves_every_day_where_it_was()
    {
        await EnterAsync(Leave());

        await AnswerAsync(WhatHappened.Refusal);

        Assert.Equal((Contract.EndsOn, false), await EndAsync());
        Assert.Equal((Deadline, null), await DeadlineAsync());
    }

    [BothDatabases]
    public async Task What_is_done_stays_and_the_next_talks_follow()
    {
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(talk => talk.Id == Contract.Evaluations[0].Id)).Hold(Today.AddDays(-30), "Holdt.", Hr.Id, Today));
        var before = await TalksAsync();

        await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);

        var after = await TalksAsync();
        Assert.Equal(before[0], after[0]);
        Assert.All(before.Skip(1).Zip(after.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.Equal(Contract.EndsOn.AddDays(62), after[^1]);
    }

    [BothDatabases]
    public async Task A_break_without_a_known_end_moves_nothing_until_its_end_is_entered_and_consented_to()
    {
        var entry = await EnterAsync(new() { What = WhatHappened.Interruption, FromOn = Today.AddDays(10) });
        await AnswerAsync(WhatHappened.Consent);
        Assert.Equal((Contract.EndsOn, false), await EndAsync());

        await EnterAsync(new() { What = WhatHappened.InterruptionEnd, Entry = entry, ToOn = Today.AddDays(39) });
        Assert.Equal((Contract.EndsOn, true), await EndAsync());

        await AnswerAsync(WhatHappened.Consent);
        Assert.Equal((Contract.EndsOn.AddDays(30), false), await EndAsync());
    }

    [BothDatabases]
    public async Task An_end_changed_after_the_consent_waits_anew()
    {
        var entry = await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);

        await EnterAsync(new() { What = WhatHappened.InterruptionEnd, Entry = entry, ToOn = Leave().ToOn!.Value.AddDays(8) });

        Assert.Equal((Contract.EndsOn.AddDays(62), true), await EndAsync());
        Assert.Equal((Moved(62), Moved(70)), await DeadlineAsync());
    }

    [BothDatabases]
    public async Task An_entry_taken_back_puts_everything_back()
    {
        await EnterAsync(new() { What = WhatHappened.Approved, On = Today.AddDays(-1) });
        var (before, duties) = (await TalksAsync(), await DutiesAsync());
        var entry = await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);

        await EnterAsync(new() { What = WhatHappened.Withdrawal, Entry = entry, Reason = "Ført på feil lærling." });

        Assert.Equal((Contract.EndsOn, false), await EndAsync());
        Assert.Equal(before, await TalksAsync());
        Assert.Equal(duties, await DutiesAsync());
        Assert.Equal(5, await App.DbAsync(db => db.RecordEntries.CountAsync(e => e.ApprenticeshipId == Contract.Id)));
    }

    [BothDatabases]
    public async Task Each_thing_that_can_happen_is_entered_and_holds()
    {
        await Given.CurriculumAsync("NEW01-01");
        await EnterAsync(new() { What = WhatHappened.Signed, On = Today.AddMonths(-7) });
        await EnterAsync(new() { What = WhatHappened.Approved, On = Today.AddMonths(-6) });
        await EnterAsync(new() { What = WhatHappened.Agreement, On = Today.AddMonths(-7), FromOn = Contract.StartsOn, PositionCode = "1362" });
        await EnterAsync(new() { What = WhatHappened.Workplace, FromOn = Today, Workplace = "Et helt nytt sted" });
        await EnterAsync(new() { What = WhatHappened.County, FromOn = Today, CountyNumber = "46" });
        await EnterAsync(new() { What = WhatHappened.Curriculum, FromOn = Today, CurriculumCode = "NEW01-01", On = Today });
        var kind = await EnterAsync(new() { What = WhatHappened.Kind, FromOn = Today, Kind = ContractKind.TrainingCandidate });
        await EnterAsync(new() { What = WhatHappened.Consent, Entry = kind, On = Today });
        await EnterAsync(new() { What = WhatHappened.Extension, ToOn = Contract.EndsOn.AddDays(30), DecidedBy = Decider.BothParties });
        await AnswerAsync(WhatHappened.Consent);
        await EnterAsync(new() { What = WhatHappened.Test, On = Today, Grade = TestGrade.Passed, NoticeOn = Today });
        await EnterAsync(new() { What = WhatHappened.Completion, On = Today });

        var now = await App.DbAsync(db => db.Apprenticeships.Include(a => a.Workplace).SingleAsync(a => a.Id == Contract.Id));
        Assert.Equal(("Et helt nytt sted", "46", "NEW01-01", ContractKind.TrainingCandidate), (now.Workplace.Name, now.CountyNumber, now.CurriculumCode, now.Kind));
        var state = now.State;
        Assert.Equal((Today.AddMonths(-7), Today.AddMonths(-6), "1362"), (state.SignedOn, state.ApprovedOn, state.Agreement!.PositionCode));
        Assert.Equal((Contract.EndsOn.AddDays(30), Today, Today), (state.Period.FullEndsOn, now.EndsOn, state.CompletedOn));
        Assert.Equal(TestGrade.Passed, state.Tests.Single().Test.Grade);
    }

    [BothDatabases]
    public async Task An_early_end_leaves_an_attest_to_be_written_and_the_county_to_be_told()
    {
        await EnterAsync(new() { What = WhatHappened.Termination, On = Today.AddDays(20), Way = TerminationWay.ByAgreement });

        var kinds = await App.DbAsync(db => db.TrackedDuties.Where(d => d.ApprenticeshipId == Contract.Id).Select(d => d.Kind).ToListAsync());
        Assert.Contains(DutyKind.Attest, kinds);
        Assert.Contains(DutyKind.Notice, kinds);
        Assert.DoesNotContain(DutyKind.FinalTest, kinds);
        await Assert.ThrowsAsync<RuleException>(() => EnterAsync(Leave()));
    }

    [BothDatabases]
    public async Task Of_two_who_enter_at_once_the_later_one_is_told_and_overwrites_nothing()
    {
        var form = Leave();
        form.Version = await VersionAsync();
        await EnterAsync(new() { What = WhatHappened.Signed, On = Today.AddMonths(-7) });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(form));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(Hr).RunAsync((PreviewChange use) => use.RunAsync(Contract.Id, form)));

        Assert.Equal((Contract.EndsOn, false), await EndAsync());
    }

    [BothDatabases]
    public async Task All_of_it_is_saved_or_nothing()
    {
        var form = Leave();
        form.Version = await VersionAsync();
        var duties = await DutiesAsync();
        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"EntryReasons\" RENAME TO \"Elsewhere\""));

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(form));

        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"EntryReasons\""));
        Assert.Equal((Contract.EndsOn, false), await EndAsync());
        Assert.Equal(duties, await DutiesAsync());
        Assert.Equal(1, await App.DbAsync(db => db.RecordEntries.CountAsync(e => e.ApprenticeshipId == Contract.Id)));
        await SaveAsync(form);
    }

    [BothDatabases]
    public async Task What_is_not_filled_in_is_refused() =>
        await Assert.ThrowsAsync<RuleException>(() => EnterAsync(new() { What = WhatHappened.Workplace, FromOn = Today, Workplace = " " }));

    private async Task<(DateOnly EndsOn, bool Waits)> EndAsync()
    {
        var now = await App.DbAsync(db => db.Apprenticeships.SingleAsync(a => a.Id == Contract.Id));
        return (now.EndsOn, now.IsWaitingForCounty);
    }

    private async Task<(DateOnly, DateOnly?)> DeadlineAsync()
    {
        var duty = await App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == Contract.Id && d.Kind == DutyKind.RegistrationDeadline));
        return (duty.DueOn, duty.ProposedDueOn);
    }

    /// <summary>Two months before the last day as it is after so many days: the law's own arithmetic.</summary>
    private DateOnly Moved(int days) => Contract.EndsOn.AddDays(days).AddMonths(-2);

    private Task<List<DateOnly>> TalksAsync() => App.DbAsync(db =>
        db.Evaluations.Where(talk => talk.ApprenticeshipId == Contract.Id).OrderBy(talk => talk.Number).Select(talk => talk.DueOn).ToListAsync());

    private async Task<List<(DutyKind, DateOnly, DateOnly?, DutyState)>> DutiesAsync() =>
    [
        .. (await App.DbAsync(db => db.TrackedDuties.Where(d => d.ApprenticeshipId == Contract.Id).ToListAsync()))
            .Select(d => (d.Kind, d.DueOn, d.ProposedDueOn, d.State)).OrderBy(d => (d.DueOn, d.Kind)),
    ];
}
