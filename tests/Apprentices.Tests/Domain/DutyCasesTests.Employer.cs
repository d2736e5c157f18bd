using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Domain;

/// <content>The employer's own duties, and the day itself: a date is the office's and shifts with no clock.</content>
public sealed partial class DutyCasesTests
{
    [Theory]
    [InlineData(2026, 2, 29, "2026-02-28")]
    [InlineData(2028, 2, 29, "2028-02-29")]
    [InlineData(2027, 3, 1, "2027-03-01")]
    [InlineData(2027, 12, 31, "2027-12-31")]
    public void The_yearly_report_is_due_on_the_countys_day_and_29_February_gives_the_28th(int year, int month, int day, string due)
    {
        var rules = DutyRules.Default with { Counties = [Setting("03", "2020-01-01", 8, month, day)] };
        var report = EmployerDuties.For(year, ["03"], [], rules).Single(duty => duty.Kind == DutyKind.AnnualReport);

        Assert.Equal(
            (DutyCase.Day(due), DutyBasis.Law, "opplæringslova § 7-11", DutyRole.Hr, new DateOnly(year, 1, 1), "03"),
            (report.DueOn, report.Basis, report.Paragraph, report.Responsible, report.OpensOn, report.CountyNumber));
        Assert.Equal(report.DueOn, report.Arithmetic[^1].Gives);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-15")]
    [InlineData("2026-02-01", "2026-03-15")]
    [InlineData("2026-03-15", "2026-03-15")]
    [InlineData("2026-03-16", "2026-03-01")]
    public void A_day_the_county_changes_in_the_year_counts_where_it_is_in_force_on_that_day(string validFrom, string due)
    {
        var rules = DutyRules.Default with { Counties = [Setting("03", "2020-01-01", 8), Setting("03", validFrom, 8, 3, 15)] };

        Assert.Equal(DutyCase.Day(due), EmployerDuties.For(2026, ["03"], [], rules)[0].DueOn);
        Assert.Equal(new(2027, 3, 15), EmployerDuties.For(2027, ["03"], [], rules)[0].DueOn);
    }

    [Fact]
    public void There_is_one_report_for_each_county_that_holds_contracts_and_one_survey()
    {
        var duties = EmployerDuties.For(2026, ["11", "03", "11"], [], DutyRules.Default);

        Assert.Equal(
            [(DutyKind.AnnualReport, "03"), (DutyKind.AnnualReport, "11"), (DutyKind.ApprenticeSurvey, null)], duties.Select(duty => (duty.Kind, duty.CountyNumber)));
        Assert.Equal((new(2026, 11, 30), DutyBasis.HouseRule, new DateOnly(2026, 11, 1)), (duties[2].DueOn, duties[2].Basis, duties[2].OpensOn));
        Assert.Equal(3, duties.Select(EmployerDuties.IdOf).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-08-14", "2028-08-14")]
    [InlineData("2024-02-29", "2026-02-28")]
    [InlineData("2026-02-28", "2028-02-28")]
    public void An_approval_lapses_two_years_after_the_last_contract_under_it(string last, string lapses)
    {
        var approval = new ApprovalInUse(Guid.CreateVersion7(), "03", DutyCase.Day(last));
        var duty = EmployerDuties.For(2026, [], [approval], DutyRules.Default).Single(duty => duty.Kind == DutyKind.ApprovalLapses);

        Assert.Equal(
            (DutyCase.Day(lapses), DutyBasis.Law, "opplæringslova § 7-9", DutyRole.Hr, approval.Id),
            (duty.DueOn, duty.Basis, duty.Paragraph, duty.Responsible, duty.Subject));
        Assert.Equal([approval.LastEndsOn, duty.DueOn], duty.Arithmetic.Select(step => step.Gives));
    }

    [Theory]
    [InlineData("2026-03-28T22:30:00Z", "2026-03-28")]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:30:00Z", "2026-03-29")]
    [InlineData("2026-03-29T22:30:00Z", "2026-03-30")]
    [InlineData("2026-03-29T23:30:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-26")]
    public void Today_is_the_offices_day_on_both_sides_of_summer_time(string instant, string day)
    {
        var clock = new TestClock();
        clock.Advance(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture) - clock.GetUtcNow());

        Assert.Equal(DutyCase.Day(day), clock.Today());
        Assert.Equal(DutyCase.Day(day), clock.DayOf(clock.StartOf(clock.Today())));
    }

    [Theory]
    [InlineData("2025-09-30", "2026-03-29")]
    [InlineData("2026-04-26", "2026-10-25")]
    public void A_talk_due_on_a_day_of_23_or_25_hours_is_overdue_the_day_after(string start, string due)
    {
        var talk = new DutyCase(start, "2028-06-30").The(DutyKind.HalfYearTalk);
        Assert.Equal(DutyCase.Day(due), talk.DueOn);

        var clock = new TestClock();
        clock.Set(talk.DueOn, new TimeOnly(23, 59));
        Assert.False(talk.DueOn < clock.Today());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(talk.DueOn < clock.Today());
    }
}
