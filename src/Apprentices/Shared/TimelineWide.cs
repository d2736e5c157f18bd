namespace Apprentices.Shared;

/// <summary>Works out the wide picture: months above, lanes below each other, today across them.</summary>
internal static class TimelineWide
{
    private const double Width = 998;
    private const double Right = 984;
    private const double Top = 40;

    /// <summary>Room for the names of the lanes: as wide as they are, between these.</summary>
    private const double NarrowestNames = 112;
    private const double WidestNames = 176;

    public static TimelinePicture Draw(TimelineModel model)
    {
        var plot = Math.Clamp(model.Lanes.Select(lane => TextWidth.Of(lane.Name, 12) + 22).DefaultIfEmpty(0).Max(), NarrowestNames, WidestNames);
        var scale = new TimelineScale(model, plot, Right);
        double? today = scale.Has(model.Today) ? scale.Middle(model.Today) : null;

        List<Drawn> below = [];
        List<Drawn> above = [];
        var top = Top;
        var firstBottom = Top;
        foreach (var lane in model.Lanes)
        {
            if (top > Top)
            {
                below.Add(new DrawnLine(0, top, Right, top, "line"));
            }

            var drawing = new TimelineLaneDrawing(lane, scale, today, top, plot - 14, Width - 2);
            above.Add(new DrawnText(0, drawing.NameLine, plot - 20, TextWidth.Fit(lane.Name, plot - 20, 12), "m"));
            below.AddRange(drawing.Bars);
            above.AddRange(drawing.Marks);
            top = drawing.Bottom;
            firstBottom = firstBottom > Top ? firstBottom : top;
        }

        var former = model.FormerEnd is { } note ? FormerEnd(note, scale, today, firstBottom, plot) : [];
        List<Drawn> axis = [.. Months(scale, plot, today, former.OfType<DrawnText>().FirstOrDefault()), .. former];
        return new(Width, top, [.. below, .. axis, .. Today(model.Today, scale, plot, top), .. above, .. Pill(model.Today, scale, plot)]);
    }

    /// <summary>A tick for each; the names that have room, Januaries first, since they say the year.</summary>
    private static IEnumerable<Drawn> Months(TimelineScale scale, double plot, double? today, DrawnText? taken)
    {
        var ticks = scale.Ticks.ToList();
        var named = ticks.Exists(month => month.Month == 1) ? default : ticks.FirstOrDefault();
        List<DrawnText> names = [];
        foreach (var month in ticks.OrderByDescending(month => month.Month == 1 || month == named))
        {
            var words = month.Month == 1 || month == named ? TimelineScale.MonthAndYear(month) : TimelineScale.MonthName(month);
            var width = TextWidth.Of(words, 12);
            var left = scale.Start(month) - width / 2;
            var free = names.Append(taken).OfType<DrawnText>().All(other => left > other.Left + other.Width + 6 || left + width + 6 < other.Left);
            if (free && left >= plot - 20 && left + width <= Width && !(today > left - 3 && today < left + width + 3))
            {
                names.Add(new(left, 32, width, words, "m", TextAnchor.Middle));
            }
        }

        return [.. ticks.Select(month => new DrawnLine(scale.Start(month), 37, scale.Start(month), 43, "tick")), .. names];
    }

    private static List<Drawn> FormerEnd(TimelineNote note, TimelineScale scale, double? today, double bottom, double plot)
    {
        var x = scale.End(note.Day);
        var words = TextWidth.Fit(note.Text, 260, 12);
        var width = TextWidth.Of(words, 12);
        double[] candidates = [x - width / 2, x - width + 4, x - 4];
        var inside = candidates.Select(left => Math.Clamp(left, plot - 20, Width - width)).ToList();
        var place = inside.Where(left => !(today > left - 4 && today < left + width + 4)).Append(inside[0]).First();
        return [new DrawnLine(x, Top, x, bottom - 8, "former"), new DrawnText(place, 32, width, words, "m halo", TextAnchor.Middle)];
    }

    private static IEnumerable<Drawn> Today(DateOnly today, TimelineScale scale, double plot, double bottom) =>
        scale.Has(today) ? [new DrawnLine(scale.Middle(today), 12, scale.Middle(today), bottom - 2, "today")] : [];

    /// <summary>Today's name over its line; a day outside the picture stands at the edge beyond which it lies, and says its year.</summary>
    private static IEnumerable<Drawn> Pill(DateOnly today, TimelineScale scale, double plot)
    {
        var words = scale.Has(today)
            ? $"{SharedTexts.TodayMark} {SpokenDate.Short(today)}"
            : $"{SharedTexts.TodayMark} {SpokenDate.ShortWithYear(today)}";
        words = today < scale.From ? $"← {words}" : today > scale.To ? $"{words} →" : words;
        var width = TextWidth.Of(words, 12, bold: true) + 20;
        var x = scale.Has(today) ? scale.Middle(today) : today < scale.From ? plot : Right;
        var left = Math.Clamp(x - width / 2, plot - 40, Width - width);
        return [new DrawnBox(left, 0, width, 20, 10, "pill"), new DrawnText(left + 10, 14.5, width - 20, words, "s b on-pill", TextAnchor.Middle)];
    }
}
