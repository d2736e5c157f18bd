using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class TestDaysTests
{
    [Theory]
    [InlineData("2026-06-08", 7, "2026-06-16")] // Monday to the Tuesday of the week after
    [InlineData("2026-06-08", 3, "2026-06-10")]
    [InlineData("2026-06-08", 1, "2026-06-08")]
    [InlineData("2026-05-15", 7, "2026-05-26")] // Friday; 17 May is a Sunday, Whit Monday (25 May) is skipped
    [InlineData("2027-05-13", 7, "2027-05-24")] // Thursday; Whit Monday and 17 May are the same Monday
    [InlineData("2026-03-30", 7, "2026-04-10")] // Monday before Easter: Thursday, Friday and Monday are skipped
    [InlineData("2026-06-06", 3, "2026-06-10")] // a Saturday counts not
    [InlineData("2026-12-21", 7, "2026-12-30")] // Christmas
    public void The_last_day_is_counted_in_working_days(string first, int days, string last)
    {
        Assert.Equal(DutyCase.Day(last), TestDays.LastOf(DutyCase.Day(first), days));
        Assert.Equal(days, TestDays.Between(DutyCase.Day(first), DutyCase.Day(last)));
    }

    [Fact]
    public void The_curricula_say_seven_days_and_three_and_of_the_old_ones_nobody_knows() => Assert.Equal(
        [("ITD03-01", 7), ("IUV03-01", 7), ("SOA03-01", 3)], TestSetting.ByCurriculum.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));

    [Fact]
    public void It_warns_of_days_outside_the_window_of_holidays_and_of_another_length()
    {
        var (opens, ends) = (new DateOnly(2026, 5, 14), new DateOnly(2026, 8, 14));

        Assert.Empty(TestDays.WarningsOf(new(2026, 6, 8), new(2026, 6, 16), opens, ends, 7));
        Assert.Equal([TestDaysWarning.BeforeWindow], TestDays.WarningsOf(new(2026, 5, 4), new(2026, 5, 12), opens, ends, 7));
        Assert.Equal([TestDaysWarning.AfterWindow], TestDays.WarningsOf(new(2026, 8, 10), new(2026, 8, 18), opens, ends, 7));
        Assert.Equal([TestDaysWarning.HolidaysBetween], TestDays.WarningsOf(new(2026, 5, 15), new(2026, 5, 26), opens, ends, 7));
        Assert.Equal([TestDaysWarning.BeginsOnDayOff, TestDaysWarning.OtherLength], TestDays.WarningsOf(new(2026, 6, 7), new(2026, 6, 9), opens, ends, 7));
        Assert.Equal([TestDaysWarning.EndsOnDayOff], TestDays.WarningsOf(new(2026, 6, 8), new(2026, 6, 13), opens, ends, 5));
        Assert.Empty(TestDays.WarningsOf(new(2026, 6, 8), new(2026, 7, 1), null, null, null));
    }
}
