namespace Apprentices.Shared;

/// <summary>Works out the small picture for a phone: the first lane's bars, the talks and the law's days under them, and the windows.</summary>
internal static class TimelineStrip
{
    private const double Width = 326;
    private const double Left = 1;
    private const double Right = 325;

    public static TimelinePicture Draw(TimelineModel model)
    {
        var scale = new TimelineScale(model, Left, Right);
        double? today = scale.Has(model.Today) ? scale.Middle(model.Today) : null;
        List<Drawn> shapes = [.. Bars(model, scale, today), .. Windows(model, scale)];
        if (model.FormerEnd is { } former)
        {
            shapes.Add(new DrawnLine(scale.End(former.Day), 21, scale.End(former.Day), 65, "former"));
        }

        if (today is { } line)
        {
            shapes.Add(new DrawnLine(line, 14, line, 104, "today"));
        }

        return new(Width, 120, [.. shapes, .. Marks(model, scale), .. Pill(model.Today, scale), .. Ends(scale)]);
    }

    private static IEnumerable<Drawn> Bars(TimelineModel model, TimelineScale scale, double? today)
    {
        var bars = model.Lanes.Count == 0 ? [] : model.Lanes[0].Bars;
        foreach (var bar in bars.OrderBy(bar => bar.Kind == TimelineBarKind.Break).ThenBy(bar => bar.Waiting))
        {
            var isBreak = bar.Kind == TimelineBarKind.Break;
            var (left, right) = (scale.Start(bar.From) + (isBreak ? 0 : 1), scale.End(bar.To) - (isBreak ? 0 : 1));
            var look = (bar.Waiting ? "waiting k-" : "k-") + bar.Kind.ToString().ToLowerInvariant();
            yield return new DrawnBox(left, 26, Math.Max(right - left, 1), 34, isBreak ? 0 : Math.Min(5, Math.Max(right - left, 1) / 2), $"tl-bar {look}");
            if (bar.Short is { } words && !bar.Waiting)
            {
                var covered = bars.Where(other => other.Kind == TimelineBarKind.Break).Select(other => (From: scale.Start(other.From), To: scale.End(other.To)))
                    .Concat(today is { } line ? [(From: line - 2, To: line + 2)] : []);
                var width = TextWidth.Of(words, 13, bold: true);
                var place = Places(left + 3, right - 3 - width).Select(x => (double?)x)
                    .FirstOrDefault(x => covered.All(other => x + width + 2 <= other.From || x - 2 >= other.To));
                if (place is { } start)
                {
                    yield return new DrawnText(start, 48, width, words, $"b on-{bar.Kind.ToString().ToLowerInvariant()}", TextAnchor.Middle);
                }
            }
        }
    }

    /// <summary>From the middle outwards, where a bar's number may stand.</summary>
    private static IEnumerable<double> Places(double from, double to) => from > to
        ? []
        : Enumerable.Range(0, 21).Select(step => from + (to - from) * step / 20).OrderBy(x => Math.Abs(x - (from + to) / 2));

    /// <summary>All windows on one line; the lane's name stands before the first where there is room.</summary>
    private static IEnumerable<Drawn> Windows(TimelineModel model, TimelineScale scale)
    {
        var windows = model.Lanes.SelectMany(lane => lane.Bars, (lane, Bar) => (lane.Name, Bar))
            .Where(window => window.Bar.Kind == TimelineBarKind.Window).OrderBy(window => window.Bar.From).ToList();
        foreach (var (_, window) in windows)
        {
            var left = Math.Min(scale.Start(window.From), Right - 4);
            yield return new DrawnBox(left, 90, Math.Max(scale.End(window.To) - left, 4), 10, 4, window.Waiting ? "tl-bar waiting k-window" : "tl-bar k-window");
        }

        if (windows.Count > 0 && scale.Start(windows[0].Bar.From) - 6 - TextWidth.Of(windows[0].Name, 12) is >= 0 and var place)
        {
            yield return new DrawnText(place, 99.5, TextWidth.Of(windows[0].Name, 12), windows[0].Name, "m halo", TextAnchor.End);
        }
    }

    private static IEnumerable<Drawn> Marks(TimelineModel model, TimelineScale scale)
    {
        var marks = model.Lanes.SelectMany(lane => lane.Marks).Where(mark => mark.Kind != TimelineMarkKind.House).OrderBy(mark => mark.Day).ToList();
        return Spread.Apart([.. marks.Select(mark => scale.Middle(mark.Day))], 15, 8, Width - 8)
            .Zip(marks, (x, mark) => new DrawnMark(x, 76, 6.5, mark with { Number = null }));
    }

    private static IEnumerable<Drawn> Pill(DateOnly today, TimelineScale scale)
    {
        var words = today < scale.From ? $"← {SharedTexts.TodayMark}" : today > scale.To ? $"{SharedTexts.TodayMark} →" : SharedTexts.TodayMark;
        var width = TextWidth.Of(words, 12, bold: true) + 16;
        var x = scale.Has(today) ? scale.Middle(today) : today < scale.From ? Left : Right;
        var left = Math.Clamp(x - width / 2, 0, Width - width);
        return [new DrawnBox(left, 0, width, 19, 9.5, "pill"), new DrawnText(left + 8, 13.5, width - 16, words, "s b on-pill", TextAnchor.Middle)];
    }

    private static IEnumerable<Drawn> Ends(TimelineScale scale)
    {
        var (first, last) = (TimelineScale.MonthAndYear(scale.From), TimelineScale.MonthAndYear(scale.To));
        var width = TextWidth.Of(last, 12);
        return [new DrawnText(0, 116, TextWidth.Of(first, 12), first, "m"), new DrawnText(Width - width, 116, width, last, "m", TextAnchor.End)];
    }
}
