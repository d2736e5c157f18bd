using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>What becomes of a duty that is followed up when the days move under it.</content>
public sealed partial class DutyCasesTests
{
    private static readonly Guid Kari = Guid.CreateVersion7();

    [Fact]
    public void What_was_due_before_the_record_was_entered_is_asked_of_nobody_unless_a_change_moves_it_ahead()
    {
        var record = DutyRecord.Entered(on: "2026-07-01");
        record.ScheduleDuties(DutyRules.Default);
        Assert.Equal(DutyState.BeforeSystem, record.The(DutyKind.RegistrationDeadline).State);

        var away = record.Enter(new InterruptionBegun(new(2026, 7, 1), new(2026, 8, 31), 100, true), on: "2026-07-02");
        record.Enter(new ConsentGiven(away.Id, new(2026, 7, 10)), on: "2026-07-10");

        Assert.Equal((DutyState.Open, new(2026, 8, 15)), (record.The(DutyKind.RegistrationDeadline).State, record.The(DutyKind.RegistrationDeadline).DueOn));
        Assert.Equal((DutyState.BeforeSystem, new(2026, 5, 15)), (record.The(DutyKind.RegistrationTarget).State, record.The(DutyKind.RegistrationTarget).DueOn));
        Assert.Equal(DutyState.BeforeSystem, record.The(DutyKind.ContractSigned).State);
    }

    [Fact]
    public void What_is_done_or_waived_keeps_its_days_and_what_is_not_moves()
    {
        var record = DutyRecord.Entered(on: "2024-07-01");
        record.Enter(new ContractSigned(new(2024, 7, 2)), on: "2024-07-02");
        record.The(DutyKind.MockTest).MarkDone(new(2024, 7, 2), Kari, new(2024, 7, 2));
        record.The(DutyKind.RegistrationTarget).Waive("Meldt opp alt", new(2024, 7, 2), Kari);
        record.Correct(record.State.Terms with { StartsOn = new(2024, 9, 2), EndsOn = new(2026, 9, 1) }, Example.Curriculum(), new(2024, 7, 5));
        record.ScheduleDuties(DutyRules.Default);

        Assert.Equal(new(2024, 8, 14), record.The(DutyKind.ContractSigned).DueOn);
        Assert.Equal(new(2026, 2, 16), record.The(DutyKind.MockTest).DueOn);
        Assert.Equal(new(2026, 3, 14), record.The(DutyKind.RegistrationTarget).DueOn);
        Assert.Equal(new(2026, 7, 1), record.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Fact]
    public void An_end_that_changed_after_the_county_answered_is_told_and_chased_anew()
    {
        var record = DutyRecord.Entered();
        var away = record.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-02-24");
        record.The(DutyKind.Notice).MarkSent(new(2025, 2, 25), Kari, new(2025, 2, 25));
        Assert.Equal(new(2025, 3, 18), record.The(DutyKind.Notice).ActOn);
        record.Enter(new ConsentGiven(away.Id, new(2025, 3, 20)), on: "2025-03-20");
        Assert.Equal(DutyState.Done, record.The(DutyKind.Notice).State);

        var ended = record.Enter(new InterruptionEnded(away.Id, new(2025, 5, 11)), on: "2025-04-28");
        Assert.Equal((DutyState.Open, null, new(2025, 5, 5)), (record.The(DutyKind.Notice).State, record.The(DutyKind.Notice).SentOn, record.The(DutyKind.Notice).ActOn));

        record.The(DutyKind.Notice).MarkSent(new(2025, 4, 29), Kari, new(2025, 4, 29));
        record.ScheduleDuties(DutyRules.Default);
        Assert.Equal(new(2025, 5, 20), record.The(DutyKind.Notice).ActOn);

        record.Enter(new ChangeWithdrawn(ended.Id), on: "2025-05-02");
        Assert.Equal((DutyState.Done, new DateOnly(2025, 3, 20)), (record.The(DutyKind.Notice).State, record.The(DutyKind.Notice).DoneOn));
    }

    [Fact]
    public void A_duty_of_a_change_that_was_a_mistake_goes_and_one_that_was_done_stays()
    {
        var record = DutyRecord.Entered();
        var mistake = record.Enter(new WorkplaceChanged(new(2025, 9, 1), Guid.CreateVersion7()), on: "2025-08-01");
        var done = record.Enter(new WorkplaceChanged(new(2026, 2, 2), Guid.CreateVersion7()), on: "2025-08-01");
        record.Duties.Single(duty => duty.Subject == done.Id).MarkDone(new(2025, 8, 2), Kari, new(2025, 8, 2));

        record.Enter(new ChangeWithdrawn(mistake.Id), on: "2025-08-03");
        record.Enter(new ChangeWithdrawn(done.Id), on: "2025-08-03");

        Assert.Equal(done.Id, record.The(DutyKind.TalkBeforeChange).Subject);
        Assert.Equal((DutyState.Done, new DateOnly(2026, 1, 30)), (record.The(DutyKind.TalkBeforeChange).State, record.The(DutyKind.TalkBeforeChange).MeetOn));
    }

    [Fact]
    public void A_talk_that_was_held_keeps_its_day_and_the_others_move()
    {
        var record = DutyRecord.Entered();
        record.Evaluations[1].Hold(new(2025, 6, 2), "Ho meistrar mykje.", Kari, new(2025, 6, 2));
        var away = record.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-06-03");
        record.Enter(new ConsentGiven(away.Id, new(2025, 6, 10)), on: "2025-06-10");

        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 4, 17), new DateOnly(2026, 10, 15)], record.Evaluations.Select(talk => talk.DueOn));
    }

    [Fact]
    public void The_record_reads_as_it_was_on_a_day()
    {
        var record = DutyRecord.Entered(on: "2024-08-01");
        var away = record.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-02-24");
        record.Enter(new ConsentGiven(away.Id, new(2025, 3, 20)), on: "2025-03-24");

        Assert.Null(record.StateAsOf(new(2024, 7, 31)));
        Assert.Empty(record.StateAsOf(new(2025, 2, 23))!.Breaks);
        Assert.True(record.StateAsOf(new(2025, 3, 23))!.IsWaiting);
        Assert.Equal(new(2026, 8, 14), record.StateAsOf(new(2025, 3, 23))!.Period.EndsOn);
        Assert.Equal(new(2026, 10, 15), record.StateAsOf(new(2025, 3, 24))!.Period.EndsOn);
    }
}
