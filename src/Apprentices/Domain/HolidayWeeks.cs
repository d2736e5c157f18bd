namespace Apprentices.Domain;

/// <summary>The weeks in which most people in Norway are away.</summary>
public enum HolidayWeek
{
    /// <summary>From the Monday before Easter to Easter Monday.</summary>
    Easter,

    /// <summary>Fellesferien: the ISO weeks 28 to 30.</summary>
    Summer,

    /// <summary>From Christmas Eve to New Year's Day.</summary>
    Christmas,
}

/// <summary>The common holiday weeks, computed for any year. A custom, not a law: they are shown, and nothing moves by them.</summary>
public static class HolidayWeeks
{
    private const int FirstSummerWeek = 28;
    private const int SummerWeeks = 3;

    /// <summary>One of them in one year, both days inclusive.</summary>
    public sealed record Period(HolidayWeek Kind, DateOnly FromOn, DateOnly ToOn);

    /// <summary>Those that have a day between two days, whole, in order.</summary>
    public static IReadOnlyList<Period> Between(DateOnly from, DateOnly to) =>
    [
        .. Enumerable.Range(from.Year - 1, to.Year - from.Year + 2).SelectMany(Of).Where(period => period.FromOn <= to && period.ToOn >= from).OrderBy(period => period.FromOn),
    ];

    private static IEnumerable<Period> Of(int year)
    {
        var easter = WorkingDays.EasterSunday(year);
        var summer = DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, FirstSummerWeek, DayOfWeek.Monday));
        return
        [
            new Period(HolidayWeek.Easter, easter.AddDays(-6), easter.AddDays(1)),
            new Period(HolidayWeek.Summer, summer, summer.AddDays((7 * SummerWeeks) - 1)),
            new Period(HolidayWeek.Christmas, new(year, 12, 24), new(year + 1, 1, 1)),
        ];
    }
}
