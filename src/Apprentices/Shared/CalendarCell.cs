namespace Apprentices.Shared;

/// <summary>What the cell of a day says to the stylesheet; in the year it also names the button that a day with entries is.</summary>
internal static class CalendarCell
{
    public static void Mark(IDictionary<string, object> attributes, DateOnly day, string? holiday, string css)
    {
        attributes["class"] = string.Join(' ', new[]
        {
            css,
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "is-weekend" : "",
            holiday is null ? "" : "is-holiday",
        }.Where(name => name.Length > 0));
        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            attributes["data-week"] = Texts.Format(SharedTexts.WeekNumber, SpokenDate.Week(day));
        }

        if (holiday is not null)
        {
            attributes["data-holiday"] = holiday;
            attributes["title"] = holiday;
        }
    }

    public static void Name(IDictionary<string, object> attributes, DateOnly day, IReadOnlyCollection<CalendarDay> entries)
    {
        var words = $"{SpokenDate.Short(day)}: {string.Join("; ", entries.Select(one => one.Words))}";
        attributes["data-due"] = "";
        attributes["aria-label"] = words;
        attributes["title"] = words;
    }
}
