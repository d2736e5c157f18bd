namespace Apprentices.Domain;

/// <summary>
/// The weeks of the summer in which nobody is asked to a meeting, both days inclusive, the same each year. It may reach over
/// New Year's Eve. Where there is no closure there is none of these.
/// </summary>
public sealed record SummerClosure(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>All of July. A house rule.</summary>
    public static SummerClosure Default { get; } = new(7, 1, 7, 31);

    public bool Contains(DateOnly day)
    {
        var (from, to, that) = ((FromMonth, FromDay), (ToMonth, ToDay), (day.Month, day.Day));
        return from.CompareTo(to) <= 0
            ? from.CompareTo(that) <= 0 && that.CompareTo(to) <= 0
            : from.CompareTo(that) <= 0 || that.CompareTo(to) <= 0;
    }
}

/// <summary>
/// Days on which a meeting can be planned: working days outside the summer closure. A house rule, for meetings alone. A day
/// set by law is never asked about here, for it does not move.
/// </summary>
public static class MeetingDays
{
    /// <summary>So many days are looked through. A closure that leaves no day in them is no closure: working days are what is left.</summary>
    private const int LongestSearchInDays = 400;

    /// <summary>Whether a meeting can be planned on the day.</summary>
    public static bool Suits(DateOnly day, SummerClosure? closure) =>
        WorkingDays.IsWorkingDay(day) && closure?.Contains(day) != true;

    /// <summary>The day itself where it suits, or else the first one after it that does.</summary>
    public static DateOnly OnOrAfter(DateOnly day, SummerClosure? closure) => First(day, 1, closure);

    /// <summary>The day itself where it suits, or else the last one before it that does: a meeting that must be held by the day.</summary>
    public static DateOnly OnOrBefore(DateOnly day, SummerClosure? closure) => First(day, -1, closure);

    private static DateOnly First(DateOnly day, int step, SummerClosure? closure)
    {
        for (var away = 0; away <= LongestSearchInDays; away++)
        {
            var candidate = day.AddDays(away * step);
            if (Suits(candidate, closure))
            {
                return candidate;
            }
        }

        return First(day, step, closure: null);
    }
}
