namespace Apprentices.Shared;

/// <summary>A timeline worked out to the last point: what is drawn, in the order it is painted, inside a box of this size.</summary>
public sealed record TimelinePicture(double Width, double Height, IReadOnlyList<Drawn> Shapes);

/// <summary>One thing in a drawing. Its class says how it looks.</summary>
public abstract record Drawn(string Css);

public sealed record DrawnBox(double X, double Y, double Width, double Height, double Radius, string Css) : Drawn(Css);

public sealed record DrawnLine(double X1, double Y1, double X2, double Y2, string Css) : Drawn(Css);

/// <summary>A day's circle or diamond around its middle.</summary>
public sealed record DrawnMark(double X, double Y, double Size, TimelineMark Mark) : Drawn(Mark.Kind.ToString().ToLowerInvariant());

/// <summary>Words from their left end; Middle and End keep the browser's own width in its place.</summary>
public sealed record DrawnText(double Left, double Y, double Width, string Words, string Css, TextAnchor Anchor = TextAnchor.Start) : Drawn(Css)
{
    /// <summary>Where the browser is told to anchor the words.</summary>
    public double X => Anchor switch
    {
        TextAnchor.Middle => Left + Width / 2,
        TextAnchor.End => Left + Width,
        _ => Left,
    };
}

public enum TextAnchor
{
    Start,
    Middle,
    End,
}
