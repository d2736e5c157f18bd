using System.Globalization;

namespace Apprentices.Shared;

/// <summary>
/// The year as a ring that begins at the top and goes with the clock. Radii are counted from the middle: the band with the
/// months outside, then the ticks of the weeks, the dots, and the petals of the months around the core.
/// </summary>
public sealed record YearWheelGeometry(int Year, double Centre, double Outer, double Band, double Tick, double Dots, double DotSize, double Petal, double Core)
{
    /// <summary>From 45rem: a dot a week.</summary>
    public static YearWheelGeometry Wide(int year) => new(year, Centre: 320, Outer: 316, Band: 284, Tick: 274, Dots: 249, DotSize: 9, Petal: 218, Core: 92);

    /// <summary>On a phone: a dot a month, large enough for a thumb.</summary>
    public static YearWheelGeometry Narrow(int year) => new(year, Centre: 164, Outer: 162, Band: 136, Tick: 130, Dots: 112, DotSize: 12, Petal: 92, Core: 50);

    public int DaysInYear => DateTime.IsLeapYear(Year) ? 366 : 365;

    public IEnumerable<DateOnly> Months => Enumerable.Range(1, 12).Select(month => new DateOnly(Year, month, 1));

    /// <summary>The Mondays of the year.</summary>
    public IEnumerable<DateOnly> Mondays
    {
        get
        {
            var first = new DateOnly(Year, 1, 1);
            for (var monday = MondayOf(first) < first ? MondayOf(first).AddDays(7) : first; monday.Year == Year; monday = monday.AddDays(7))
            {
                yield return monday;
            }
        }
    }

    /// <summary>How much of the year is over when a day begins: 0 on 1 January, nearly 1 on 31 December.</summary>
    public double Turn(DateOnly day) => (double)(day.DayNumber - new DateOnly(Year, 1, 1).DayNumber) / DaysInYear;

    public (double X, double Y) At(double turn, double radius)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * turn);
        return (Centre + radius * sin, Centre - radius * cos);
    }

    /// <summary>The path of a month's part of a ring.</summary>
    public string Sector(DateOnly month, double inner, double outer)
    {
        var (from, to) = (Turn(month), Turn(month.AddMonths(1)));
        return $"M{Point(from, outer)}A{Plot.Number(outer)} {Plot.Number(outer)} 0 0 1 {Point(to, outer)}L{Point(to, inner)}A{Plot.Number(inner)} {Plot.Number(inner)} 0 0 0 {Point(from, inner)}z";
    }

    public string Point(double turn, double radius)
    {
        var (x, y) = At(turn, radius);
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.##} {y:0.##}");
    }

    /// <summary>A dot for each week with something in it, at its middle; those at the turn of the year stand as far apart as all others.</summary>
    public IReadOnlyList<YearWheelGroup> ByWeek(IEnumerable<CalendarDay> days)
    {
        var first = new DateOnly(Year, 1, 1);
        var weeks = days.GroupBy(day => MondayOf(day.Day)).OrderBy(week => week.Key).ToList();
        var middles = weeks.ConvertAll(week => (Turn(Later(week.Key, first)) + Turn(Earlier(week.Key.AddDays(7), first.AddYears(1)))) / 2);
        var gap = 5.6 / 365;
        return [.. Spread.Apart(middles, gap, gap / 2, 1 - gap / 2).Zip(weeks, (turn, week) => Group(week.Key, week.Key.AddDays(6), week, turn))];
    }

    public IReadOnlyList<YearWheelGroup> ByMonth(IEnumerable<CalendarDay> days) =>
    [
        .. days.GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1)).OrderBy(month => month.Key)
            .Select(month => Group(month.Key, month.Key.AddMonths(1).AddDays(-1), month, (Turn(month.Key) + Turn(month.Key.AddMonths(1))) / 2)),
    ];

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private YearWheelGroup Group(DateOnly from, DateOnly to, IEnumerable<CalendarDay> days, double turn)
    {
        var (x, y) = At(turn, Dots);
        return new(from, to, [.. days.OrderBy(day => day.Day).ThenBy(day => day.Tone)], x, y);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
