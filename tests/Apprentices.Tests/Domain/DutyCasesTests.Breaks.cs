using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>Breaks and extensions: what they move, by how much, and when.</content>
public sealed partial class DutyCasesTests
{
    [Fact]
    public void Sixty_two_days_of_leave_move_every_day_on_or_after_its_first_by_62_days()
    {
        var moved = new DutyCase();
        moved.Away("2025-03-01", "2025-05-01");

        Assert.Equal([new(2025, 2, 14), new(2025, 10, 15), new(2026, 4, 17), new DateOnly(2026, 10, 15)], moved.TalkDays);
        Assert.Equal(new(2025, 10, 16), moved.The(DutyKind.HalfYearTalk, 3).OpensOn);
        moved.Expect(DutyKind.RegistrationDeadline, "2026-08-15", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2026-02-15");
        moved.Expect(DutyKind.FinalTest, "2026-10-15", DutyBasis.Law, TestLaw, DutyRole.TrainingManager, opens: "2026-07-15");
        Assert.Equal(new(2026, 5, 15), moved.The(DutyKind.RegistrationTarget).DueOn);
        Assert.Equal(new(2026, 4, 15), moved.The(DutyKind.MockTest).DueOn);
        Assert.Equal(new(2026, 6, 30), moved.The(DutyKind.HalfYearTalk, 4).MeetOn);
        Assert.Equal(new(2026, 10, 15), moved.The(DutyKind.Closing).DueOn);
    }

    [Theory]
    [InlineData("2025-02-15", "2025-02-24", 100, "2025-02-14", "2025-08-24", "2026-02-24", "2026-08-24")]
    [InlineData("2025-02-14", "2025-02-23", 100, "2025-02-24", "2025-08-24", "2026-02-24", "2026-08-24")]
    [InlineData("2024-08-15", "2024-08-15", 100, "2025-02-15", "2025-08-15", "2026-02-15", "2026-08-15")]
    [InlineData("2026-08-14", "2026-08-20", 100, "2025-02-14", "2025-08-14", "2026-02-14", "2026-08-21")]
    [InlineData("2026-08-15", "2026-08-20", 100, "2025-02-14", "2025-08-14", "2026-02-14", "2026-08-14")]
    [InlineData("2025-03-01", "2025-03-31", 50, "2025-02-14", "2025-08-30", "2026-03-02", "2026-08-30")]
    [InlineData("2025-03-01", "2025-03-10", 33, "2025-02-14", "2025-08-18", "2026-02-18", "2026-08-18")]
    [InlineData("2025-03-01", "2025-06-09", 1, "2025-02-14", "2025-08-16", "2026-02-16", "2026-08-16")]
    [InlineData("2025-03-01", "2025-03-05", 20, "2025-02-14", "2025-08-15", "2026-02-15", "2026-08-15")]
    [InlineData("2025-03-01", "2025-03-06", 20, "2025-02-14", "2025-08-16", "2026-02-16", "2026-08-16")]
    [InlineData("2025-12-15", "2026-01-15", 100, "2025-02-14", "2025-08-14", "2026-03-18", "2026-09-15")]
    public void A_break_moves_what_lies_on_or_after_its_first_day_by_its_share_of_days_rounded_up(
        string from, string to, int percent, params string[] dues)
    {
        var moved = new DutyCase();
        moved.Away(from, to, percent);

        Assert.Equal(dues.Select(DutyCase.Day), moved.TalkDays);
        Assert.Equal(DutyCase.Day(dues[^1]), moved.The(DutyKind.Closing).DueOn);
        Assert.Equal(DutyCase.Day(dues[^1]).AddMonths(-2), moved.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Fact]
    public void A_break_over_29_February_counts_that_day_too()
    {
        var moved = new DutyCase("2027-08-15", "2029-08-14");
        moved.Away("2028-02-21", "2028-03-01");

        Assert.Equal(new(2029, 8, 24), moved.The(DutyKind.Closing).DueOn);
    }

    [Fact]
    public void A_second_break_that_begins_in_the_time_the_first_added_adds_to_it()
    {
        var chained = new DutyCase();
        chained.Away("2026-08-01", "2026-08-20");
        chained.Away("2026-08-30", "2026-09-08");
        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 2, 14), new DateOnly(2026, 9, 13)], chained.TalkDays);

        var alone = new DutyCase();
        alone.Away("2026-08-30", "2026-09-08");
        Assert.Equal(new(2026, 8, 14), alone.The(DutyKind.Closing).DueOn);
    }

    [Fact]
    public void A_break_that_begins_where_the_first_moved_the_boundary_to_moves_it_once_more()
    {
        // The end of the first half-year moves from 14 to 24 February; the second break begins on that day.
        var chained = new DutyCase();
        chained.Away("2025-02-10", "2025-02-19");
        chained.Away("2025-02-24", "2025-02-26");

        Assert.Equal(new(2025, 2, 27), chained.TalkDays.First());
        Assert.Equal(new(2025, 2, 28), chained.The(DutyKind.HalfYearTalk, 2).OpensOn);
    }

    [Fact]
    public void Two_half_breaks_at_once_each_count_their_half()
    {
        var overlapping = new DutyCase();
        overlapping.Away("2025-03-01", "2025-04-29", 50);
        overlapping.Away("2025-04-01", "2025-04-30", 50);

        Assert.Equal(new(2025, 9, 28), overlapping.TalkDays.ElementAt(1));
        Assert.Equal(new(2026, 9, 28), overlapping.The(DutyKind.Closing).DueOn);
    }

    [Theory]
    [InlineData("2025-04-01", "2025-04-30", 51)]
    [InlineData("2025-04-29", "2025-05-31", 60)]
    [InlineData("2024-09-01", null, 100)]
    public void Nobody_is_away_by_more_than_the_whole(string from, string? to, int percent)
    {
        var record = DutyRecord.Entered();
        record.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 4, 29), 50, true), on: "2025-03-01");

        Assert.Throws<RuleException>(() => record.Enter(
            new InterruptionBegun(DutyCase.Day(from), to is null ? null : DutyCase.Day(to), percent, true), on: "2025-03-01"));
    }

    [Fact]
    public void An_entry_without_which_somebody_would_be_away_twice_is_not_withdrawn()
    {
        var record = DutyRecord.Entered();
        var away = record.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-03-01");
        var ended = record.Enter(new InterruptionEnded(away.Id, new(2025, 4, 4)), on: "2025-04-04");
        var next = record.Enter(new InterruptionBegun(new(2025, 4, 21), new(2025, 5, 30), 100, true), on: "2025-04-21");
        Assert.Throws<RuleException>(() => record.Enter(new ChangeWithdrawn(ended.Id), on: "2025-04-22"));

        record.Enter(new ChangeWithdrawn(next.Id), on: "2025-04-22");
        record.Enter(new ChangeWithdrawn(ended.Id), on: "2025-04-22");
        Assert.Equal(new(2025, 5, 1), Assert.Single(record.State.Breaks).ToOn);
    }

    [Fact]
    public void A_break_whose_end_nobody_knows_moves_nothing_until_the_county_has_consented_to_its_end()
    {
        var open = new DutyCase();
        var away = open.Away("2025-03-01", null, consented: false);
        Assert.Equal((new(2026, 6, 14), null), Registration());
        open.Enter(new ConsentGiven(away, new(2025, 3, 10)));
        Assert.Equal((new(2026, 6, 14), null), Registration());

        open.Enter(new InterruptionEnded(away, new(2025, 5, 1)));
        Assert.Equal((new(2026, 6, 14), new DateOnly(2026, 8, 15)), Registration());
        open.Enter(new ConsentGiven(away, new(2025, 5, 5)));
        Assert.Equal((new(2026, 8, 15), null), Registration());

        (DateOnly, DateOnly?) Registration() => (open.The(DutyKind.RegistrationDeadline).DueOn, open.The(DutyKind.RegistrationDeadline).ProposedDueOn);
    }

    [Fact]
    public void While_the_county_has_not_consented_the_old_days_stand_and_the_new_ones_beside_them()
    {
        var waiting = new DutyCase();
        waiting.Away("2025-03-01", "2025-05-01", consented: false);

        var test = waiting.Expect(DutyKind.FinalTest, "2026-08-14", DutyBasis.Law, TestLaw, DutyRole.TrainingManager, opens: "2026-05-14");
        Assert.Equal((new DateOnly(2026, 7, 15), new DateOnly(2026, 10, 15)), (test.ProposedOpensOn, test.ProposedDueOn));
        Assert.Equal(new DateOnly(2026, 8, 15), waiting.The(DutyKind.RegistrationDeadline).ProposedDueOn);
        Assert.Null(waiting.The(DutyKind.HalfYearTalk).ProposedDueOn);
        Assert.Equal(new DateOnly(2025, 10, 15), waiting.The(DutyKind.HalfYearTalk, 2).ProposedDueOn);
        Assert.Null(waiting.The(DutyKind.HalfYearTalk, 2).ProposedOpensOn);
        Assert.Equal(new DateOnly(2025, 10, 16), waiting.The(DutyKind.HalfYearTalk, 3).ProposedOpensOn);
        Assert.Null(waiting.The(DutyKind.ContractApproved).ProposedDueOn);
    }

    [Theory]
    [InlineData("2025-05-11", "2026-08-25")]
    [InlineData("2025-04-20", "2026-08-04")]
    public void A_break_whose_end_changed_after_the_consent_moves_what_was_consented_to_and_the_rest_waits(string newEnd, string proposed)
    {
        var changed = new DutyCase();
        var away = changed.Away("2025-03-01", "2025-05-01");
        changed.Enter(new InterruptionEnded(away, DutyCase.Day(newEnd)));

        var deadline = changed.The(DutyKind.RegistrationDeadline);
        Assert.Equal((new(2026, 8, 15), DutyCase.Day(proposed)), (deadline.DueOn, deadline.ProposedDueOn));

        changed.Enter(new ConsentRefused(away, new(2025, 6, 1)));
        Assert.Equal((new(2026, 8, 15), null), (changed.The(DutyKind.RegistrationDeadline).DueOn, changed.The(DutyKind.RegistrationDeadline).ProposedDueOn));

        changed.Enter(new InterruptionEnded(away, DutyCase.Day(newEnd).AddDays(1)));
        Assert.Equal(DutyCase.Day(proposed).AddDays(1), changed.The(DutyKind.RegistrationDeadline).ProposedDueOn);
    }

    [Fact]
    public void A_break_the_county_refused_and_one_that_is_not_to_prolong_move_nothing_and_wait_for_nobody()
    {
        var refused = new DutyCase();
        var away = refused.Away("2025-03-01", "2025-05-01", consented: false);
        refused.Enter(new ConsentRefused(away, new(2025, 3, 20)));
        refused.Enter(new InterruptionBegun(new(2025, 6, 2), new(2025, 6, 13), 100, Prolongs: false));

        Assert.False(refused.State.IsWaiting);
        Assert.Equal((new(2026, 6, 14), null), (refused.The(DutyKind.RegistrationDeadline).DueOn, refused.The(DutyKind.RegistrationDeadline).ProposedDueOn));
        Assert.Equal(new(2025, 3, 20), Assert.Single(refused.Standing, duty => duty.Kind == DutyKind.Notice).SettledOn);
    }
}
