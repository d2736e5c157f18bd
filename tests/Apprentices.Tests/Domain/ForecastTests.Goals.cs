using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>Each goal against its day, and all of them together.</content>
public sealed partial class ForecastTests
{
    /// <summary>
    /// Expected on 20 October with a leave from 1 November to 1 January. Documented on 5 January it is late by 11 (to 31 October) and 4 (2
    /// to 5 January) days of training: 15, not 77. Undocumented today: 11 + 30 (January) + 28 + 31 = 100. Expected on 10 March,
    /// documented on 1 March: 9 days early. Expected in April and not there: nothing to say.
    /// </summary>
    [Fact]
    public void A_goal_is_late_by_days_of_training_alone()
    {
        ForecastGoal Goal(DateOnly expectedOn, DateOnly? documentedOn) => new(Guid.CreateVersion7(), expectedOn, documentedOn, false, false);
        var facts = Facts(Leave) with
        {
            Goals = [Goal(new(2025, 10, 20), new(2026, 1, 5)), Goal(new(2025, 10, 20), null), Goal(new(2026, 3, 10), new(2026, 3, 1)), Goal(new(2026, 4, 2), null), Goal(Today, null)],
        };

        Assert.Equal([15, 100, -9, null, 0], Forecast.For(facts).Goals.Select(goal => goal.DaysLate));
    }

    /// <summary>
    /// Goals expected on the first of each month from February 2025. Eight documented: the ninth was expected on 1 October 2025, 181
    /// days ago; with the leave of 62 days 119. Fifteen months have begun since, so fourteen are expected; all but one documented is
    /// where she should be, and all of them is a day ahead.
    /// </summary>
    [Theory]
    [InlineData(8, false, 181)]
    [InlineData(8, true, 119)]
    [InlineData(14, false, 0)]
    [InlineData(15, false, -1)]
    public void She_is_behind_since_the_next_goal_was_expected(int documented, bool leave, int days)
    {
        var goals = Enumerable.Range(1, 15).Select(month => new ForecastGoal(
            Guid.CreateVersion7(), Start.AddMonths(month), month <= documented ? Start.AddMonths(month) > Today ? Today : Start.AddMonths(month) : null, false, false)).ToList();
        var forecast = Forecast.For((leave ? Facts(Leave) : Facts()) with { Goals = goals });

        Assert.Equal((14, days), (forecast.Expected, forecast.DaysBehind));
    }
}
