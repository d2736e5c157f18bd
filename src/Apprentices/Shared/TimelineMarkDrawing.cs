namespace Apprentices.Shared;

/// <summary>A day or a window with its words, before it is known in which row and at which side they stand.</summary>
internal sealed record TimelineMarkDrawing(LabelRows.Mark Space, string Words, string Css, TimelineMark? Mark, TimelineBar? Window)
{
    private const double Size = 9;
    private const double Gap = 6;
    private const double Letters = 12;

    public static TimelineMarkDrawing Of(TimelineMark mark, TimelineScale scale, double from, double to)
    {
        var x = Math.Clamp(scale.Middle(mark.Day), from + Size + 1, to - Size - 1);
        var words = $"{mark.Text} {SpokenDate.Short(mark.Day)}".TrimStart();
        var law = mark.Kind == TimelineMarkKind.Law;
        return Beside(x - Size - 1, x + Size + 1, words, law && !mark.Waiting ? "s b on-law" : "m", law, from, to) with { Mark = mark };
    }

    /// <summary>A window's words stand in it where it is long enough.</summary>
    public static TimelineMarkDrawing Of(TimelineBar window, TimelineScale scale, double from, double to)
    {
        var (left, right) = (scale.Start(window.From) + 1, Math.Max(scale.End(window.To) - 1, scale.Start(window.From) + 8));
        var css = window.Waiting ? "s b on-waiting" : "s b on-window";
        var drawing = TextWidth.Of(window.Text, Letters, bold: true) + 12 <= right - left
            ? new TimelineMarkDrawing(new(left, right, 0), window.Text, css, null, null)
            : Beside(left, right, window.Text, css, bold: true, from, to);
        return drawing with { Window = window };
    }

    public IEnumerable<Drawn> At(double middle, bool leftward)
    {
        var width = TextWidth.Of(Words, Letters, Css.Contains("b on", StringComparison.Ordinal) || Window is not null);
        var left = Space.Label == 0 ? (Space.Left + Space.Right - width) / 2 : leftward ? Space.Left - Gap - width : Space.Right + Gap;
        var anchor = Space.Label == 0 ? TextAnchor.Middle : leftward ? TextAnchor.End : TextAnchor.Start;
        if (Mark is not null)
        {
            yield return new DrawnMark((Space.Left + Space.Right) / 2, middle, Size, Mark);
        }
        else
        {
            yield return new DrawnBox(Space.Left, middle - 12, Space.Right - Space.Left, 24, 5, Window!.Waiting ? "tl-bar waiting k-window" : "tl-bar k-window");
        }

        if (Words.Length > 0)
        {
            yield return new DrawnText(left, middle + 4.5, width, Words, Space.Label == 0 ? Css : $"{Css} halo", anchor);
        }
    }

    private static TimelineMarkDrawing Beside(double left, double right, string words, string css, bool bold, double from, double to)
    {
        var fitting = TextWidth.Fit(words, Math.Max(to - right, left - from) - Gap, Letters, bold);
        var label = fitting.Length == 0 ? 0 : Gap + TextWidth.Of(fitting, Letters, bold);
        return new(new(left, right, label), fitting, css, null, null);
    }
}
