namespace Apprentices.Domain;

/// <summary>
/// The days by which the goals of a half-year are expected to be mastered: spread evenly over its days, days of a full
/// break not counted, the last one on its last day. "Expected today" is then the number of goals whose day has come.
/// </summary>
public static class ExpectedDays
{
    /// <param name="halfYear">The half-year the goals are planned in.</param>
    /// <param name="goals">How many goals are planned in it.</param>
    /// <param name="breaks">The breaks of the training.</param>
    /// <returns>One day a goal, rising.</returns>
    public static IReadOnlyList<DateOnly> For(HalfYear halfYear, int goals, IEnumerable<Break> breaks)
    {
        var away = breaks.Where(b => b.Percent == 100).ToList();
        var days = Enumerable.Range(halfYear.StartsOn.DayNumber, halfYear.EndsOn.DayNumber - halfYear.StartsOn.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Where(day => !away.Exists(b => b.StartsOn <= day && day <= b.EndsOn))
            .ToList();

        return
        [
            .. Enumerable.Range(1, goals).Select(k => days.Count == 0
                ? halfYear.EndsOn
                : days[(((k * days.Count) + goals - 1) / goals) - 1]),
        ];
    }

    /// <summary>The half-year (from 1) that the goal at a place (from 0) of so many goals is planned in at first: evenly, in order.</summary>
    public static int FirstHalfYearOf(int place, int goals, int halfYears) => (place * halfYears / goals) + 1;
}
