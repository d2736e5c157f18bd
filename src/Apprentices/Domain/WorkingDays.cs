namespace Apprentices.Domain;

/// <summary>The Norwegian public holidays.</summary>
public enum Holiday
{
    NewYear,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    ConstitutionDay,
    Ascension,
    WhitSunday,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
}

/// <summary>Norwegian public holidays (lov om helligdager; lov om 1. og 17. mai) and working days, computed for any year.</summary>
public static class WorkingDays
{
    /// <summary>Monday to Friday, and no public holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>That day, or the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>How many working days there are after a day, up to and with another: none on the same day, one from a Friday to the Monday.</summary>
    public static int After(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber + 1, Math.Max(to.DayNumber - from.DayNumber, 0)).Select(DateOnly.FromDayNumber).Count(IsWorkingDay);

    /// <summary>Whether the day is a public holiday.</summary>
    public static bool IsHoliday(DateOnly day) => HolidayOn(day) is not null;

    /// <summary>Which public holiday the day is, if it is one.</summary>
    public static Holiday? HolidayOn(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => Holiday.NewYear,
        (5, 1) => Holiday.LabourDay,
        (5, 17) => Holiday.ConstitutionDay,
        (12, 25) => Holiday.ChristmasDay,
        (12, 26) => Holiday.BoxingDay,
        _ => (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
        {
            -3 => Holiday.MaundyThursday,
            -2 => Holiday.GoodFriday,
            0 => Holiday.EasterSunday,
            1 => Holiday.EasterMonday,
            39 => Holiday.Ascension,
            49 => Holiday.WhitSunday,
            50 => Holiday.WhitMonday,
            _ => null,
        },
    };

    /// <summary>The public holidays between two days.</summary>
    public static IReadOnlyDictionary<DateOnly, Holiday> Holidays(DateOnly from, DateOnly to) => Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1)
        .Select(DateOnly.FromDayNumber).Where(IsHoliday).ToDictionary(day => day, day => HolidayOn(day)!.Value);

    /// <summary>Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher's rule).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var leapsLeft = century / 4;
        var moonShift = (century + 8) / 25;
        var epact = ((19 * golden) + century - leapsLeft - ((century - moonShift + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - epact - (year % 100 % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
