namespace Apprentices.Shared;

/// <summary>A month with its days, or a year of months.</summary>
public enum CalendarView
{
    Month,
    Year,
}

/// <summary>The first and the last day a calendar shows: whole weeks, from a Monday to a Sunday.</summary>
public readonly record struct CalendarRange(DateOnly From, DateOnly To)
{
    public static CalendarRange Of(CalendarView view, DateOnly shown)
    {
        var first = view == CalendarView.Month ? new DateOnly(shown.Year, shown.Month, 1) : new DateOnly(shown.Year, 1, 1);
        var last = view == CalendarView.Month ? first.AddMonths(1).AddDays(-1) : first.AddYears(1).AddDays(-1);
        return new(YearWheelGeometry.MondayOf(first), YearWheelGeometry.MondayOf(last).AddDays(6));
    }

    public bool Has(DateOnly day) => day >= From && day <= To;

    public int Weeks => (To.DayNumber - From.DayNumber + 1) / 7;
}

/// <summary>
/// One line in the cell of a day, as Radzen's scheduler takes it. A day with more than there is room for ends in a line that says
/// how many more there are, so that Radzen itself never hides one.
/// </summary>
public sealed record CalendarSlot(DateTime Start, DateTime End, string Text, DateOnly On, CalendarDay? Day, int More)
{
    public const int MostInACell = 3;

    public static IReadOnlyList<CalendarSlot> For(IEnumerable<CalendarDay> days) =>
    [
        .. days.GroupBy(day => day.Day).OrderBy(day => day.Key).SelectMany(day =>
        {
            var all = day.OrderBy(one => one.Tone).ThenBy(one => one.Title, StringComparer.CurrentCulture).ToList();
            var shown = all.Count > MostInACell ? MostInACell - 1 : all.Count;
            var slots = all.Take(shown).Select((one, place) => Of(day.Key, place, one.Words, one, 0));
            return shown == all.Count ? slots : slots.Append(Of(day.Key, shown, Texts.Format(SharedTexts.MoreCount, all.Count - shown), null, all.Count - shown));
        }),
    ];

    /// <summary>The minutes keep the order: Radzen sorts by when an appointment begins.</summary>
    private static CalendarSlot Of(DateOnly on, int place, string text, CalendarDay? day, int more) =>
        new(on.ToDateTime(new TimeOnly(8, place)), on.ToDateTime(new TimeOnly(20, 0)), text, on, day, more);
}
