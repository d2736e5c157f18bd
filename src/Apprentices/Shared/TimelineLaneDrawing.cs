namespace Apprentices.Shared;

/// <summary>
/// Works out one lane from its top downwards. Bars that overlap get a row each; the days and windows stand below the bars.
/// A bar's words stand where no hatching and no line of today crosses them.
/// </summary>
internal sealed class TimelineLaneDrawing
{
    private const double RowOfMarks = 28;

    private readonly TimelineScale scale;
    private readonly double? today;
    private readonly List<Drawn> bars = [];
    private readonly List<Drawn> marks = [];

    public TimelineLaneDrawing(TimelineLane lane, TimelineScale scale, double? today, double top, double from, double to)
    {
        (this.scale, this.today) = (scale, today);
        var tall = lane.Bars.Any(bar => bar.Kind is TimelineBarKind.Past or TimelineBarKind.Current or TimelineBarKind.Ahead);
        var height = tall ? 40.0 : 24;
        var pad = tall ? 8.0 : 10;

        var tracks = lane.Bars.Where(bar => bar.Kind is not (TimelineBarKind.Break or TimelineBarKind.Window)).OrderBy(bar => bar.From).ToList();
        var breaks = lane.Bars.Where(bar => bar.Kind == TimelineBarKind.Break).OrderBy(bar => bar.From).ToList();
        var rows = Rows(tracks, breaks);
        for (var row = 0; row < rows.Count; row++)
        {
            DrawTracks(rows[row], breaks, top + pad + row * (height + 4), height, tall, last: row == rows.Count - 1);
        }

        var below = rows.Count == 0 ? top : top + pad + rows.Count * (height + 4) - 4 + (tall ? 12 : 10);
        var rowsOfMarks = DrawMarks(lane, rows.Count == 0 ? below + 22 : below + 12, from, to);
        NameLine = rows.Count > 0 ? top + pad + height / 2 + 4.5 : top + 26.5;
        Bottom = rowsOfMarks == 0 ? Math.Max(below, top + 44) : below + (rows.Count == 0 ? 44 : 34) + (rowsOfMarks - 1) * RowOfMarks;
    }

    public IReadOnlyList<Drawn> Bars => bars;

    public IReadOnlyList<Drawn> Marks => marks;

    public double NameLine { get; }

    public double Bottom { get; }

    /// <summary>Bars one after the other share a row; one that begins before another ends takes the next. A lane of breaks alone has one row too.</summary>
    private static List<List<TimelineBar>> Rows(List<TimelineBar> tracks, List<TimelineBar> breaks)
    {
        List<List<TimelineBar>> rows = breaks.Count > 0 ? [[]] : [];
        foreach (var bar in tracks)
        {
            var row = rows.Find(row => row.Count == 0 || row[^1].To < bar.From);
            if (row is null)
            {
                rows.Add(row = []);
            }

            row.Add(bar);
        }

        return rows;
    }

    private void DrawTracks(List<TimelineBar> row, List<TimelineBar> breaks, double y, double height, bool tall, bool last)
    {
        bars.AddRange(row.Select(bar => Box(bar, y, height, tall ? 6 : 5)));
        bars.AddRange(breaks.Select(bar => Box(bar, y, height, 0)));

        var size = tall ? 13.0 : 12;
        var words = row.ConvertAll(bar => Words(bar, breaks, y + height / 2 + 4.5, size, tall)).OfType<DrawnText>().ToList();
        if (last)
        {
            foreach (var bar in breaks.Where(bar => bar.Text.Length > 0))
            {
                words.AddRange(BreakWords(bar, row, breaks, words, y + height / 2 + 4.5));
            }
        }

        marks.AddRange(words);
    }

    private DrawnBox Box(TimelineBar bar, double y, double height, double radius)
    {
        var left = scale.Start(bar.From) + (bar.Kind == TimelineBarKind.Break ? 0 : 1.5);
        var width = Math.Max(scale.End(bar.To) - left - (bar.Kind == TimelineBarKind.Break ? 0 : 1.5), 1.5);
        return new(left, y, width, height, Math.Min(radius, width / 2), $"tl-bar {Look(bar)}");
    }

    /// <summary>A bar's text where it has room between what covers the bar: whole, else short, else cut, else not at all.</summary>
    private DrawnText? Words(TimelineBar bar, List<TimelineBar> breaks, double line, double size, bool bold)
    {
        var free = Free(scale.Start(bar.From) + 12, scale.End(bar.To) - 8, breaks);
        foreach (var (words, pad) in new[] { (bar.Text, 0), (bar.Short ?? "", 6) }.Where(one => one.Item1.Length > 0))
        {
            var width = TextWidth.Of(words, size, bold) - pad;
            if (free.Where(gap => gap.To - gap.From >= width).Select(gap => (double?)gap.From).FirstOrDefault() is { } left)
            {
                return new(left - pad / 2.0, line, width + pad, words, WordsCss(bar, bold));
            }
        }

        var widest = free.OrderByDescending(gap => gap.To - gap.From).FirstOrDefault();
        var cut = TextWidth.Fit(bar.Text, widest.To - widest.From, size, bold);
        return cut.Length == 0 ? null : new(widest.From, line, TextWidth.Of(cut, size, bold), cut, WordsCss(bar, bold));
    }

    /// <summary>A break's word stands beside its hatching, where nothing else does.</summary>
    private IEnumerable<DrawnText> BreakWords(TimelineBar bar, List<TimelineBar> row, List<TimelineBar> breaks, List<DrawnText> taken, double line)
    {
        var width = TextWidth.Of(bar.Text, 12, bold: true);
        double[] lefts = [scale.End(bar.To) + 8, scale.Start(bar.From) - 8 - width];
        return lefts
            .Where(left => row.Exists(one => scale.Start(one.From) + 4 <= left && left + width <= scale.End(one.To) - 4))
            .Where(left => Free(left, left + width, breaks) is [var gap] && gap.To - gap.From >= width - 0.01)
            .Where(left => taken.TrueForAll(other => left >= other.Left + other.Width + 8 || left + width + 8 <= other.Left))
            .Take(1)
            .Select(left => new DrawnText(left, line, width, bar.Text, "s b on-break"));
    }

    /// <summary>What is left of a stretch when the breaks and today's line are taken out of it.</summary>
    private List<(double From, double To)> Free(double from, double to, List<TimelineBar> breaks)
    {
        List<(double From, double To)> covered = [.. breaks.Select(bar => (scale.Start(bar.From) - 6, scale.End(bar.To) + 6))];
        if (today is { } line)
        {
            covered.Add((line - 8, line + 10));
        }

        List<(double From, double To)> free = [];
        foreach (var (start, end) in covered.Order())
        {
            free.Add((from, Math.Min(start, to)));
            from = Math.Max(from, end);
        }

        return [.. free.Append((from, to)).Where(gap => gap.Item2 > gap.Item1)];
    }

    private int DrawMarks(TimelineLane lane, double middle, double from, double to)
    {
        var all = lane.Marks.Select(mark => (mark.Day, Mark: (TimelineMark?)mark, Window: (TimelineBar?)null))
            .Concat(lane.Bars.Where(bar => bar.Kind == TimelineBarKind.Window).Select(bar => (Day: bar.From, Mark: (TimelineMark?)null, Window: (TimelineBar?)bar)))
            .Select(one => one.Mark is { } mark ? TimelineMarkDrawing.Of(mark, scale, from, to) : TimelineMarkDrawing.Of(one.Window!, scale, from, to))
            .OrderBy(one => one.Space.Left).ToList();
        var places = LabelRows.For([.. all.Select(one => one.Space)], from, to, today);
        foreach (var (one, place) in all.Zip(places))
        {
            marks.AddRange(one.At(middle + place.Row * RowOfMarks, place.Leftward));
        }

        return places.Count == 0 ? 0 : places.Max(place => place.Row) + 1;
    }

    private static string WordsCss(TimelineBar bar, bool bold) =>
        (bold ? "b" : "s") + (bar.Waiting ? " on-waiting" : $" on-{bar.Kind.ToString().ToLowerInvariant()}");

    private static string Look(TimelineBar bar) => (bar.Waiting ? "waiting k-" : "k-") + bar.Kind.ToString().ToLowerInvariant();
}
