using System.Globalization;

namespace Apprentices.Shared;

/// <summary>Where a day stands in a picture; it has room for all that is in the model, also what lies outside its period.</summary>
internal sealed class TimelineScale
{
    private readonly double left;
    private readonly double right;

    public TimelineScale(TimelineModel model, double left, double right)
    {
        (this.left, this.right) = (left, right);
        var bars = model.Lanes.SelectMany(lane => lane.Bars).ToList();
        var days = model.Lanes.SelectMany(lane => lane.Marks).Select(mark => mark.Day).Concat(model.FormerEnd is { } former ? [former.Day] : []).ToList();
        From = days.Concat(bars.Select(bar => bar.From)).Append(model.From).Min();
        To = days.Concat(bars.Select(bar => bar.To)).Append(model.To).Append(From).Max();
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    private int Days => To.DayNumber - From.DayNumber + 1;

    public bool Has(DateOnly day) => day >= From && day <= To;

    /// <summary>Where a day begins.</summary>
    public double Start(DateOnly day) => left + (right - left) * (day.DayNumber - From.DayNumber) / Days;

    /// <summary>Where a day is over.</summary>
    public double End(DateOnly day) => left + (right - left) * (day.DayNumber - From.DayNumber + 1) / Days;

    public double Middle(DateOnly day) => (Start(day) + End(day)) / 2;

    /// <summary>The firsts of months that get a tick: every month of a short period, each quarter of a usual one, half-years of a very long one.</summary>
    public IEnumerable<DateOnly> Ticks
    {
        get
        {
            var step = Days switch
            {
                < 300 => 1,
                < 5 * 366 => 3,
                _ => 6,
            };
            var first = new DateOnly(From.Year, From.Month, 1);
            for (var month = first < From ? first.AddMonths(1) : first; month <= To; month = month.AddMonths(1))
            {
                if ((month.Month - 1) % step == 0)
                {
                    yield return month;
                }
            }
        }
    }

    /// <summary>As it stands in a date, with the full stop of an abbreviation.</summary>
    public static string MonthName(DateOnly month) => CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedMonthGenitiveNames[month.Month - 1];

    public static string MonthAndYear(DateOnly month) => $"{MonthName(month)} {month.Year}";
}
