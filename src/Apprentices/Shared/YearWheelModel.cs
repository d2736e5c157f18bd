namespace Apprentices.Shared;

/// <summary>What a year wheel shows: the days of one year that lead somewhere, and what stands in its middle.</summary>
/// <param name="Figure">The number in the middle, and under it what it counts, such as "frister i 2026".</param>
public sealed record YearWheelModel(int Year, DateOnly Today, IReadOnlyList<CalendarDay> Days, string Figure, string Caption)
{
    /// <summary>The days of the year alone, in the order of time.</summary>
    public IReadOnlyList<CalendarDay> InTheYear { get; } = [.. Days.Where(day => day.Day.Year == Year).OrderBy(day => day.Day).ThenBy(day => day.Tone)];
}

/// <summary>What falls in one week or one month, drawn as one dot.</summary>
public sealed record YearWheelGroup(DateOnly From, DateOnly To, IReadOnlyList<CalendarDay> Days, double X, double Y)
{
    public DueTone Tone => Days.Min(day => day.Tone);
}
