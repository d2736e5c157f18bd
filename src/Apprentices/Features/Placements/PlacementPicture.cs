using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Placements;

/// <summary>
/// Where everything stands in the timeline one plans on: months and half-years above, the periods below in rows, so that two on
/// the same days never cover each other; the common holiday weeks and the days away across them.
/// </summary>
internal sealed class PlacementPicture
{
    public const double Width = 998;
    private const double Left = 2;
    private const double Right = 996;
    public const double HalfTop = 44;
    public const double HalfHeight = 24;
    private const double RowsTop = 84;
    private const double RowHeight = 44;
    public const double BarHeight = 36;

    private readonly TimelineScale scale;

    private PlacementPicture(ShowPlacements.Result shown)
    {
        Model = ModelOf(shown);
        scale = new TimelineScale(Model, Left, Right);
        Bars = [.. Placed(shown)];
        Height = RowsTop + (Math.Max(Bars.Select(bar => bar.Row + 1).DefaultIfEmpty(1).Max(), 1) * RowHeight) + 4;
        HalfYears = [.. shown.HalfYears.Select(half => new Band(
            scale.Start(half.StartsOn), scale.End(half.EndsOn), Texts.Format(PlacementTexts.HalfYear, half.Number), half.StartsOn <= shown.Today && half.EndsOn >= shown.Today))];
        Holidays = [.. HolidayWeeks.Between(shown.StartsOn, shown.EndsOn).Select(weeks => new Band(
            scale.Start(Max(weeks.FromOn, shown.StartsOn)), scale.End(Min(weeks.ToOn, shown.EndsOn)), PlacementWords.Of(weeks.Kind), false))];
        Away = [.. shown.Away.Where(away => away.FromOn <= shown.EndsOn).Select(away => new Band(scale.Start(away.FromOn), scale.End(Min(away.ToOn, shown.EndsOn)), "", false))];
        Today = scale.Has(shown.Today) ? scale.Middle(shown.Today) : null;
    }

    /// <summary>A stretch from left to right, with its words.</summary>
    public sealed record Band(double From, double To, string Words, bool IsNow);

    /// <summary>A period in its row; the words are what there is room for.</summary>
    public sealed record Bar(ShowPlacements.Row Of, int Row, double From, double To, string Words, string Css)
    {
        public double Top => RowsTop + (Row * RowHeight);
    }

    /// <summary>A month's tick, and its name where there is room.</summary>
    public sealed record Tick(double X, string Words);

    public static PlacementPicture Of(ShowPlacements.Result shown) => new(shown);

    /// <summary>What the small picture on a phone is drawn from.</summary>
    public TimelineModel Model { get; }

    public double Height { get; }
    public IReadOnlyList<Bar> Bars { get; }
    public IReadOnlyList<Band> HalfYears { get; }
    public IReadOnlyList<Band> Holidays { get; }
    public IReadOnlyList<Band> Away { get; }
    public double? Today { get; }

    /// <summary>The first day of the picture, and how wide a day is: the script reckons with them.</summary>
    public int FirstDay => scale.From.DayNumber;
    public double DayWidth => scale.End(scale.From) - scale.Start(scale.From);
    public double FirstX => Left;

    public IEnumerable<Tick> Ticks
    {
        get
        {
            var free = double.MinValue;
            foreach (var month in scale.Ticks)
            {
                var words = month.Month == 1 ? TimelineScale.MonthAndYear(month) : TimelineScale.MonthName(month);
                var (x, half) = (scale.Start(month), TextWidth.Of(words, 12) / 2);
                var fits = x - half > Math.Max(free, 0) && x + half < Width && !(Today is { } today && Math.Abs(today - x) < half + 34);
                free = fits ? x + half + 8 : free;
                yield return new Tick(x, fits ? words : "");
            }
        }
    }

    private IEnumerable<Bar> Placed(ShowPlacements.Result shown)
    {
        List<DateOnly> lastDays = [];
        foreach (var row in shown.Rows)
        {
            var place = lastDays.FindIndex(last => last < row.FromOn);
            if (place < 0)
            {
                place = lastDays.Count;
                lastDays.Add(row.ToOn);
            }

            lastDays[place] = row.ToOn;
            var (from, to) = (scale.Start(row.FromOn) + 1, Math.Max(scale.End(row.ToOn) - 1, scale.Start(row.FromOn) + 5));
            var css = row.ToOn < shown.Today ? "past" : row.HasBegun(shown.Today) ? "current" : "ahead";
            yield return new Bar(row, place, from, to, TextWidth.Fit(row.Workplace, to - from - 20, 13, bold: true), css);
        }
    }

    private static TimelineModel ModelOf(ShowPlacements.Result shown) => new(
        shown.StartsOn, shown.EndsOn, shown.Today,
        [
            new TimelineLane(PlacementTexts.Title,
            [
                .. shown.Rows.Select(row => new TimelineBar(
                    Max(row.FromOn, shown.StartsOn), row.ToOn, row.Workplace,
                    row.ToOn < shown.Today ? TimelineBarKind.Past : row.HasBegun(shown.Today) ? TimelineBarKind.Current : TimelineBarKind.Ahead, row.Workplace)),
                .. shown.Away.Where(away => away.FromOn <= shown.EndsOn).Select(away => new TimelineBar(away.FromOn, Min(away.ToOn, shown.EndsOn), "", TimelineBarKind.Break)),
            ],
            []),
        ]);

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
