using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_falls_where_the_almanac_says(int year, string day) =>
        Assert.Equal(DateOnly.Parse(day), WorkingDays.EasterSunday(year));

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-04-02")]
    [InlineData("2026-04-03")]
    [InlineData("2026-04-06")]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-14")]
    [InlineData("2027-05-17")]
    [InlineData("2026-05-25")]
    [InlineData("2026-12-25")]
    [InlineData("2028-12-26")]
    public void A_public_holiday_is_no_working_day(string day) => Assert.False(WorkingDays.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2026-04-07")]
    [InlineData("2026-12-24")]
    [InlineData("2026-11-23")]
    public void An_ordinary_weekday_is_a_working_day(string day) => Assert.True(WorkingDays.IsWorkingDay(DateOnly.Parse(day)));

    [Fact]
    public void A_weekend_is_no_working_day()
    {
        Assert.False(WorkingDays.IsWorkingDay(new(2026, 11, 21)));
        Assert.False(WorkingDays.IsWorkingDay(new(2026, 11, 22)));
    }

    /// <summary>Easter 2026: Wednesday 1 April, then Maundy Thursday to Easter Monday, then Tuesday the 7th.</summary>
    [Theory]
    [InlineData("2026-11-23", "2026-11-23", 0)]
    [InlineData("2026-11-20", "2026-11-23", 1)]
    [InlineData("2026-11-21", "2026-11-22", 0)]
    [InlineData("2026-04-01", "2026-04-07", 1)]
    [InlineData("2026-11-23", "2026-12-07", 10)]
    [InlineData("2026-11-24", "2026-11-23", 0)]
    public void Working_days_after_a_day_are_counted_up_to_and_with_another(string from, string to, int days) =>
        Assert.Equal(days, WorkingDays.After(DateOnly.Parse(from), DateOnly.Parse(to)));
}
