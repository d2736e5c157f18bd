using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>The end: by its day, early, late, by agreement, by the county's decision.</content>
public sealed partial class DutyCasesTests
{
    [Fact]
    public void A_contract_ended_by_agreement_is_told_before_and_attested_and_nothing_comes_after()
    {
        var ended = new DutyCase();
        var entry = ended.Enter(new ContractTerminated(new(2025, 5, 30), TerminationWay.ByAgreement), on: "2025-05-02");

        Assert.Equal(entry, ended.Expect(DutyKind.Notice, "2025-05-29", DutyBasis.Law, "opplæringslova § 7-3", DutyRole.Hr, opens: "2025-05-02").Subject);
        Assert.Equal(entry, ended.Expect(DutyKind.Attest, "2025-05-30", DutyBasis.Law, "opplæringslova § 7-3", DutyRole.TrainingManager).Subject);
        Assert.Equal([new(2025, 2, 14), new DateOnly(2025, 5, 30)], ended.TalkDays);
        Assert.Equal(new(2025, 5, 30), ended.Standing[^1].DueOn);
        Assert.All(
            new[] { DutyKind.Closing, DutyKind.RegistrationOpens, DutyKind.RegistrationDeadline, DutyKind.Accommodation, DutyKind.MockTest, DutyKind.FinalTest },
            kind => Assert.False(ended.Has(kind)));
    }

    [Fact]
    public void A_contract_the_county_ended_is_attested_and_nobody_tells_the_county()
    {
        var ended = new DutyCase();
        ended.Enter(new ContractTerminated(new(2025, 2, 14), TerminationWay.ByCountyDecision), on: "2025-03-03");

        ended.Expect(DutyKind.Attest, "2025-02-14", DutyBasis.Law, "opplæringslova § 7-3", DutyRole.TrainingManager);
        Assert.False(ended.Has(DutyKind.Notice));
        Assert.Equal([new DateOnly(2025, 2, 14)], ended.TalkDays);
    }

    [Fact]
    public void Told_too_late_the_notice_of_an_ended_contract_is_still_due_the_day_before()
    {
        var ended = new DutyCase();
        ended.Enter(new ContractTerminated(new(2025, 5, 30), TerminationWay.ByAgreement), on: "2025-06-10");

        ended.Expect(DutyKind.Notice, "2025-05-29", DutyBasis.Law, "opplæringslova § 7-3", DutyRole.Hr);
    }

    [Fact]
    public void A_contract_that_ended_leaves_the_time_to_appeal_and_no_further_test()
    {
        var ended = new DutyCase();
        ended.Test("2026-06-05", TestGrade.NotPassed, "2026-06-10");
        ended.Enter(new ContractTerminated(new(2026, 6, 30), TerminationWay.ByAgreement), on: "2026-06-20");

        Assert.Equal(new(2026, 7, 1), ended.The(DutyKind.Appeal).DueOn);
        Assert.Equal(new(2026, 6, 5), ended.The(DutyKind.FinalTest).SettledOn);
        Assert.False(ended.Has(DutyKind.RegistrationOpens));
        Assert.False(ended.Has(DutyKind.RegistrationDeadline, 2));
        Assert.False(ended.Has(DutyKind.FinalTest, 2));
    }

    [Fact]
    public void A_point_of_the_end_counts_from_the_day_the_contract_ended()
    {
        var ended = With(Point(ChecklistPhase.End, -7));
        ended.Enter(new ContractTerminated(new(2025, 5, 30), TerminationWay.ByAgreement), on: "2025-05-02");

        ended.Expect(DutyKind.ChecklistPoint, "2025-05-23", DutyBasis.HouseRule, "", DutyRole.Mentor);
    }

    [Fact]
    public void Completed_early_it_closes_on_that_day_and_the_last_talk_is_due_by_it()
    {
        var completed = new DutyCase();
        completed.Test("2026-06-10", TestGrade.Passed);
        completed.Enter(new TrainingCompleted(new(2026, 6, 20)), on: "2026-06-20");

        completed.Expect(DutyKind.Closing, "2026-06-20", DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
        Assert.Equal(new(2026, 6, 20), completed.TalkDays.Last());
        Assert.Equal(new(2026, 6, 10), completed.The(DutyKind.FinalTest).SettledOn);
        Assert.False(completed.Has(DutyKind.Attest));
        Assert.False(completed.Has(DutyKind.Notice));
    }

    [Fact]
    public void Completed_after_the_end_it_closes_at_the_end_all_the_same()
    {
        var completed = new DutyCase();
        completed.Test("2026-08-28", TestGrade.Passed);
        completed.Enter(new TrainingCompleted(new(2026, 8, 31)), on: "2026-08-31");

        completed.Expect(DutyKind.Closing, "2026-08-14", DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
    }

    [Fact]
    public void Ended_on_its_last_day_all_its_talks_stay()
    {
        var ended = new DutyCase();
        ended.Enter(new ContractTerminated(new(2026, 8, 14), TerminationWay.ByAgreement), on: "2026-08-01");

        Assert.Equal(4, ended.TalkDays.Count());
        Assert.Equal(new(2026, 8, 14), ended.The(DutyKind.Attest).DueOn);
    }

    [Theory]
    [InlineData(DutyRole.Instructor, new[] { DutyRole.Instructor, DutyRole.TrainingManager, DutyRole.Hr })]
    [InlineData(DutyRole.Mentor, new[] { DutyRole.Mentor, DutyRole.TrainingManager, DutyRole.Hr })]
    [InlineData(DutyRole.Apprentice, new[] { DutyRole.Apprentice, DutyRole.TrainingManager, DutyRole.Hr })]
    [InlineData(DutyRole.TrainingManager, new[] { DutyRole.TrainingManager, DutyRole.Hr })]
    [InlineData(DutyRole.Hr, new[] { DutyRole.Hr })]
    public void When_nothing_happens_it_goes_from_the_responsible_to_the_training_manager_to_HR(DutyRole responsible, DutyRole[] ladder) =>
        Assert.Equal(ladder, Duty.Ladder(responsible));
}
