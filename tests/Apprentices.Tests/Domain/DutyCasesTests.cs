using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>
/// What falls due, by dates worked out by hand from the law and the house's rules. This part: the whole calendar of one
/// two-year apprentice, from 15 August 2024 to 14 August 2026.
/// </summary>
public sealed partial class DutyCasesTests
{
    private const string TalkLaw = "opplæringsforskrifta §§ 9-6, 9-13";
    private const string RegistrationLaw = "opplæringsforskrifta § 9-56";
    private const string TestLaw = "opplæringsforskrifta § 9-55";

    [Theory]
    [InlineData(1, "2024-08-15", "2025-02-14", "2025-01-31")]
    [InlineData(2, "2025-02-15", "2025-08-14", "2025-06-30")]
    [InlineData(3, "2025-08-15", "2026-02-14", "2026-01-30")]
    [InlineData(4, "2026-02-15", "2026-08-14", "2026-05-13")]
    public void Each_half_year_has_its_talk_the_last_before_the_days_of_the_final_test(int number, string opens, string due, string meet)
    {
        var talk = new DutyCase().Expect(DutyKind.HalfYearTalk, due, DutyBasis.Law, TalkLaw, DutyRole.Instructor, opens, number);

        Assert.Equal(DutyNature.Meeting, talk.Nature);
        Assert.Equal(DutyCase.Day(meet), talk.MeetOn);
        Assert.Equal(talk.MeetOn, talk.MeetArithmetic[^1].Gives);
    }

    [Fact]
    public void The_start_of_the_worked_example()
    {
        var two = new DutyCase();

        two.Expect(DutyKind.ContractSigned, "2024-08-14", DutyBasis.Law, "opplæringslova § 7-2", DutyRole.Hr);
        two.Expect(DutyKind.AgreementSigned, "2024-08-14", DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
        two.Expect(DutyKind.ContractApproved, "2024-10-14", DutyBasis.HouseRule, "opplæringslova § 7-2", DutyRole.Hr, opens: "2024-08-15");
        two.Expect(
            DutyKind.PlanInPlace, "2024-09-14", DutyBasis.HouseRule, "opplæringslova § 7-10, opplæringsforskrifta § 9-1", DutyRole.TrainingManager,
            opens: "2024-08-15");
        two.Expect(DutyKind.StartTalk, "2024-11-14", DutyBasis.HouseRule, "opplæringsforskrifta § 9-6", DutyRole.Instructor, opens: "2024-08-15");
        Assert.False(two.Has(DutyKind.ProbationEnds));
    }

    [Fact]
    public void The_way_to_the_final_test_of_the_worked_example()
    {
        var two = new DutyCase();

        two.Expect(DutyKind.Accommodation, "2025-12-13", DutyBasis.HouseRule, "opplæringsforskrifta § 9-62", DutyRole.Apprentice);
        Assert.Equal(
            DutyNature.Milestone,
            two.Expect(DutyKind.RegistrationOpens, "2025-12-14", DutyBasis.HouseRule, RegistrationLaw, DutyRole.TrainingManager).Nature);
        two.Expect(DutyKind.MockTest, "2026-02-16", DutyBasis.HouseRule, "", DutyRole.TrainingManager);
        two.Expect(DutyKind.RegistrationTarget, "2026-03-14", DutyBasis.HouseRule, RegistrationLaw, DutyRole.TrainingManager, opens: "2025-12-14");
        two.Expect(DutyKind.RegistrationDeadline, "2026-06-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2025-12-14");
        Assert.Equal(
            DutyNature.Window,
            two.Expect(DutyKind.FinalTest, "2026-08-14", DutyBasis.Law, TestLaw, DutyRole.TrainingManager, opens: "2026-05-14").Nature);
    }

    [Fact]
    public void The_end_of_the_worked_example()
    {
        var two = new DutyCase();

        two.Expect(DutyKind.Closing, "2026-08-14", DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
        Assert.False(two.Has(DutyKind.Attest));
        Assert.False(two.Has(DutyKind.Appeal));
        Assert.DoesNotContain(two.Duties, duty => duty.Kind == DutyKind.Notice);
    }

    [Fact]
    public void The_sum_behind_the_registration_names_each_step_to_its_day()
    {
        var moved = new DutyCase();
        moved.Away("2025-03-01", "2025-05-01");

        Assert.Equal(
            [
                new DutyStep(DutyStepKind.ContractStart, 0, new(2024, 8, 15)),
                new DutyStep(DutyStepKind.Months, 24, new(2026, 8, 14)),
                new DutyStep(DutyStepKind.BreakDays, 62, new(2026, 10, 15)) { From = new(2025, 3, 1), To = new(2025, 5, 1) },
                new DutyStep(DutyStepKind.MonthsBefore, 2, new(2026, 8, 15)),
            ],
            moved.The(DutyKind.RegistrationDeadline).Arithmetic);
    }

    [Fact]
    public void Duties_come_in_the_order_of_their_last_days()
    {
        var days = new DutyCase().Duties.Select(duty => duty.DueOn).ToList();

        Assert.Equal(days.Order(), days);
        Assert.Equal(16, days.Count);
    }
}
