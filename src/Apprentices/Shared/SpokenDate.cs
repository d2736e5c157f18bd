using System.Globalization;

namespace Apprentices.Shared;

/// <summary>Dates as people say them: "om 12 dager (tor. 3. des.)", "i dag", "forfalt for 9 dager siden (lør. 14. nov.)".</summary>
public static class SpokenDate
{
    /// <summary>Further away than this, the year is said too.</summary>
    private const int DaysWithinWhichTheYearIsClear = 180;

    /// <summary>The weekday and the day; the year only where it could be mistaken.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        Math.Abs(day.DayNumber - today.DayNumber) > DaysWithinWhichTheYearIsClear
            ? day.ToString(SharedTexts.DayWithYearFormat, CultureInfo.CurrentCulture)
            : day.ToString(SharedTexts.DayFormat, CultureInfo.CurrentCulture);

    /// <summary>The weekday in short, the day and always the year: for lists over several years.</summary>
    public static string DayAndYear(DateOnly day) => day.ToString(SharedTexts.DayWithYearFormat, CultureInfo.CurrentCulture);

    /// <summary>The whole date with weekday and year, for titles and the line above a page's heading.</summary>
    public static string Full(DateOnly day) => day.ToString(SharedTexts.FullDayFormat, CultureInfo.CurrentCulture);

    /// <summary>A date in digits, as it is typed: 15.8.2026.</summary>
    public static string Digits(DateOnly day) => day.ToString(SharedTexts.DigitsFormat, CultureInfo.CurrentCulture);

    /// <summary>The day and the month, where a picture has little room: 3. des.</summary>
    public static string Short(DateOnly day) => day.ToString(SharedTexts.ShortDayFormat, CultureInfo.CurrentCulture);

    public static string ShortWithYear(DateOnly day) => day.ToString(SharedTexts.ShortDayWithYearFormat, CultureInfo.CurrentCulture);

    /// <summary>An instant in the office's zone, as day and time.</summary>
    public static string Moment(DateTimeOffset officeTime) => officeTime.ToString(SharedTexts.MomentFormat, CultureInfo.CurrentCulture);

    public static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>How far away a day is, without naming it.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => SharedTexts.Today,
        1 => SharedTexts.Tomorrow,
        -1 => SharedTexts.Yesterday,
        > 1 and var days => Texts.Format(SharedTexts.InDays, days),
        var days => Texts.Format(SharedTexts.DaysAgo, -days),
    };

    /// <summary>How far away a duty is: one whose day is past is overdue.</summary>
    public static string DueDistance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        -1 => SharedTexts.OverdueSinceYesterday,
        < -1 and var days => Texts.Format(SharedTexts.OverdueForDays, -days),
        _ => Distance(day, today),
    };
}
