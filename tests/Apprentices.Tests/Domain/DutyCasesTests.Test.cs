using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>The way to the final test: registration, trial test, the test, and what follows where it is not passed.</content>
public sealed partial class DutyCasesTests
{
    [Theory]
    [InlineData("2026-08-31", "2025-12-31", "2026-03-02", "2026-03-31", "2026-05-31", "2026-06-30")]
    [InlineData("2026-04-30", "2025-08-30", "2025-10-30", "2025-11-30", "2026-01-30", "2026-02-28")]
    [InlineData("2028-04-30", "2027-08-30", "2027-11-01", "2027-11-30", "2028-01-30", "2028-02-29")]
    [InlineData("2028-02-29", "2027-06-29", "2027-08-30", "2027-09-29", "2027-11-29", "2027-12-29")]
    [InlineData("2027-05-31", "2026-09-30", "2026-11-30", "2026-12-31", "2027-02-28", "2027-03-31")]
    [InlineData("2026-10-31", "2026-02-28", "2026-04-30", "2026-05-31", "2026-07-31", "2026-08-31")]
    [InlineData("2026-02-28", "2025-06-28", "2025-08-28", "2025-09-28", "2025-11-28", "2025-12-28")]
    [InlineData("2027-01-31", "2026-05-31", "2026-08-03", "2026-08-31", "2026-10-31", "2026-11-30")]
    [InlineData("2026-06-25", "2025-10-25", "2025-12-29", "2026-01-25", "2026-03-25", "2026-04-25")]
    [InlineData("2026-10-02", "2026-02-02", "2026-04-07", "2026-05-02", "2026-07-02", "2026-08-02")]
    [InlineData("2026-11-14", "2026-03-14", "2026-05-15", "2026-06-14", "2026-08-14", "2026-09-14")]
    [InlineData("2026-11-17", "2026-03-17", "2026-05-18", "2026-06-17", "2026-08-17", "2026-09-17")]
    [InlineData("2027-07-01", "2026-11-01", "2027-01-04", "2027-02-01", "2027-04-01", "2027-05-01")]
    public void Counted_back_from_the_end_a_month_without_the_day_gives_its_last(
        string end, string opens, string mock, string target, string window, string deadline)
    {
        var contract = new DutyCase("2024-07-01", end);

        Assert.Equal(DutyCase.Day(opens), contract.The(DutyKind.RegistrationOpens).DueOn);
        Assert.Equal(DutyCase.Day(opens).AddDays(-1), contract.The(DutyKind.Accommodation).DueOn);
        Assert.Equal(DutyCase.Day(mock), contract.The(DutyKind.MockTest).MeetOn);
        Assert.Equal(DutyCase.Day(target), contract.The(DutyKind.RegistrationTarget).DueOn);
        contract.Expect(DutyKind.RegistrationDeadline, deadline, DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens);
        contract.Expect(DutyKind.FinalTest, end, DutyBasis.Law, TestLaw, DutyRole.TrainingManager, window);
    }

    [Fact]
    public void Another_county_takes_registrations_from_its_own_month()
    {
        var (oslo, rogaland) = (Setting("03", "2020-01-01", 8), Setting("11", "2020-01-01", 6));
        var moving = new DutyCase { Rules = DutyRules.Default with { Counties = [oslo, rogaland] } };
        Assert.Equal(new(2025, 12, 14), moving.The(DutyKind.RegistrationOpens).DueOn);

        moving.Enter(new CountyChanged(new(2025, 10, 1), "11"));
        Assert.Equal(new(2026, 2, 14), moving.The(DutyKind.RegistrationOpens).DueOn);
        Assert.Equal(new(2026, 2, 14), moving.The(DutyKind.RegistrationDeadline).OpensOn);
        Assert.Equal(new(2026, 6, 14), moving.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Theory]
    [InlineData("2026-01-01", 6, "2026-02-14")]
    [InlineData("2026-02-14", 6, "2026-02-14")]
    [InlineData("2026-03-01", 6, "2025-12-14")]
    [InlineData("2025-11-14", 9, "2025-11-14")]
    public void A_setting_that_changes_in_between_counts_where_it_is_in_force_on_the_day_it_gives(string validFrom, int months, string opens)
    {
        var contract = new DutyCase { Rules = DutyRules.Default with { Counties = [Setting("03", validFrom, months), Setting("03", "2020-01-01", 8)] } };

        Assert.Equal(DutyCase.Day(opens), contract.The(DutyKind.RegistrationOpens).DueOn);
        Assert.Equal(DutyCase.Day(opens).AddDays(-1), contract.The(DutyKind.Accommodation).DueOn);
    }

    [Fact]
    public void A_county_nobody_has_set_anything_for_opens_eight_months_before()
    {
        var contract = new DutyCase(county: "42") { Rules = DutyRules.Default with { Counties = [Setting("03", "2020-01-01", 6)] } };

        Assert.Equal(new(2025, 12, 14), contract.The(DutyKind.RegistrationOpens).DueOn);
    }

    [Fact]
    public void A_test_that_is_passed_settles_the_way_to_it()
    {
        var passed = new DutyCase();
        passed.Test("2026-06-19", TestGrade.PassedWithDistinction);

        Assert.All(
            new[] { DutyKind.Accommodation, DutyKind.MockTest, DutyKind.RegistrationTarget, DutyKind.RegistrationDeadline, DutyKind.FinalTest },
            kind => Assert.Equal(new(2026, 6, 19), passed.The(kind).SettledOn));
        Assert.False(passed.Has(DutyKind.Appeal));
        Assert.False(passed.Has(DutyKind.FinalTest, 2));
        Assert.Equal(new(2026, 8, 14), passed.The(DutyKind.Closing).DueOn);
    }

    [Theory]
    [InlineData("2026-06-10", "2026-07-01")]
    [InlineData("2026-12-11", "2027-01-01")]
    [InlineData("2028-02-08", "2028-02-29")]
    public void After_a_test_that_is_not_passed_there_are_three_weeks_to_appeal_and_the_last_day_never_waits(string notice, string appeal)
    {
        var failed = new DutyCase(end: "2028-08-14");
        failed.Test("2026-06-05", TestGrade.NotPassed, notice);

        failed.Expect(DutyKind.Appeal, appeal, DutyBasis.Law, "forvaltningsloven § 29, opplæringsforskrifta § 10-9", DutyRole.Apprentice, opens: notice);
    }

    [Fact]
    public void Not_passed_and_extended_there_is_a_second_registration_and_a_second_window()
    {
        var failed = new DutyCase();
        failed.Test("2026-06-26", TestGrade.NotPassed, "2026-07-03");
        failed.Extend("2026-12-14", on: "2026-07-20");

        failed.Expect(DutyKind.RegistrationDeadline, "2026-10-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2026-07-03", number: 2);
        failed.Expect(DutyKind.FinalTest, "2026-12-14", DutyBasis.Law, "opplæringsforskrifta §§ 9-55, 9-66", DutyRole.TrainingManager, opens: "2026-09-14", number: 2);
        Assert.Equal(new(2026, 12, 14), failed.The(DutyKind.Closing).DueOn);
        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 2, 14), new(2026, 8, 14), new(2026, 12, 14)], failed.TalkDays);
    }

    [Fact]
    public void What_the_first_test_was_due_by_stays_when_the_training_is_extended_after_it()
    {
        var failed = new DutyCase();
        failed.Test("2026-06-26", TestGrade.NotPassed, "2026-07-03");
        failed.Extend("2026-12-14", on: "2026-07-20");

        failed.Expect(DutyKind.RegistrationDeadline, "2026-06-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2025-12-14");
        failed.Expect(DutyKind.FinalTest, "2026-08-14", DutyBasis.Law, TestLaw, DutyRole.TrainingManager, opens: "2026-05-14");
    }

    [Fact]
    public void Not_passed_and_not_extended_the_next_registration_is_as_soon_as_the_house_can()
    {
        var failed = new DutyCase();
        failed.Test("2026-06-26", TestGrade.NotPassed, "2026-07-03");

        failed.Expect(
            DutyKind.RegistrationDeadline, "2026-07-31", DutyBasis.HouseRule, "opplæringsforskrifta § 9-66", DutyRole.TrainingManager, opens: "2026-07-03", number: 2);
        failed.Expect(
            DutyKind.FinalTest, "2026-08-14", DutyBasis.Law, "opplæringsforskrifta §§ 9-55, 9-66", DutyRole.TrainingManager, opens: "2026-07-04", number: 2);
    }

    [Fact]
    public void An_extension_the_county_has_not_consented_to_leaves_the_second_registration_where_it_was()
    {
        var failed = new DutyCase();
        failed.Test("2026-06-26", TestGrade.NotPassed, "2026-07-03");
        failed.Extend("2026-12-14", consented: false, on: "2026-07-20");

        Assert.Equal((new(2026, 7, 31), new DateOnly(2026, 10, 14)), (failed.The(DutyKind.RegistrationDeadline, 2).DueOn, failed.The(DutyKind.RegistrationDeadline, 2).ProposedDueOn));
        Assert.Equal((new(2026, 8, 14), new DateOnly(2026, 12, 14)), (failed.The(DutyKind.FinalTest, 2).DueOn, failed.The(DutyKind.FinalTest, 2).ProposedDueOn));
    }

    [Fact]
    public void Not_passed_after_the_end_there_is_a_registration_and_no_window()
    {
        var failed = new DutyCase();
        failed.Test("2026-09-01", TestGrade.NotPassed, "2026-09-03");

        Assert.Equal((new(2026, 10, 1), DutyBasis.HouseRule), (failed.The(DutyKind.RegistrationDeadline, 2).DueOn, failed.The(DutyKind.RegistrationDeadline, 2).Basis));
        Assert.False(failed.Has(DutyKind.FinalTest, 2));
    }

    [Fact]
    public void There_is_a_right_to_one_more_test_and_to_a_third_only_where_the_training_was_extended()
    {
        var failed = new DutyCase();
        failed.Test("2026-05-20", TestGrade.NotPassed, "2026-05-22");
        failed.Test("2026-07-01", TestGrade.NotPassed, "2026-07-03");
        Assert.Equal(new(2026, 7, 1), failed.The(DutyKind.FinalTest, 2).SettledOn);
        Assert.False(failed.Has(DutyKind.RegistrationDeadline, 3));
        Assert.False(failed.Has(DutyKind.FinalTest, 3));
        Assert.Equal([new(2026, 6, 12), new DateOnly(2026, 7, 24)], failed.Standing.Where(duty => duty.Kind == DutyKind.Appeal).Select(duty => duty.DueOn));

        failed.Extend("2026-12-14", on: "2026-07-20");
        Assert.Equal(new(2026, 10, 14), failed.The(DutyKind.RegistrationDeadline, 3).DueOn);
        Assert.Equal((new(2026, 9, 14), new DateOnly(2026, 12, 14)), (failed.The(DutyKind.FinalTest, 3).OpensOn, failed.The(DutyKind.FinalTest, 3).DueOn));
    }

    [Fact]
    public void Tests_count_in_the_order_they_were_held_however_they_were_entered()
    {
        var failed = new DutyCase();
        failed.Test("2026-07-01", TestGrade.NotPassed, "2026-07-03");
        failed.Test("2026-05-20", TestGrade.NotPassed, "2026-05-22");

        Assert.Equal(new(2026, 5, 20), failed.The(DutyKind.FinalTest).SettledOn);
        Assert.Equal(new(2026, 7, 1), failed.The(DutyKind.FinalTest, 2).SettledOn);
    }

    private static CountySetting Setting(string county, string validFrom, int opensMonths, int reportMonth = 3, int reportDay = 1)
    {
        var setting = new CountySetting(county, DutyCase.Day(validFrom));
        setting.Set(opensMonths, 4, reportMonth, reportDay, null);
        return setting;
    }
}
