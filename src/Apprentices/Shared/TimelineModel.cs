namespace Apprentices.Shared;

/// <summary>
/// What a timeline shows: a period in lanes, one below the other. All words come in with it, and the list that says the same
/// stands beside the picture on its page.
/// </summary>
/// <param name="FormerEnd">Where the period ended before it was moved: a dotted line with its words.</param>
public sealed record TimelineModel(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<TimelineLane> Lanes, TimelineNote? FormerEnd = null);

/// <summary>A day and the words beside it, such as "opprinnelig slutt".</summary>
public sealed record TimelineNote(DateOnly Day, string Text);

/// <summary>One lane under its name. The first lane's bars are what the small picture on a phone shows.</summary>
public sealed record TimelineLane(string Name, IReadOnlyList<TimelineBar> Bars, IReadOnlyList<TimelineMark> Marks);

/// <summary>From its first to its last day, both included.</summary>
/// <param name="Text">Written in the bar where there is room; the whole of it, as "2. halvår" or "18. juli–18. okt.".</param>
/// <param name="Short">Where there is little room, such as "2.".</param>
/// <param name="Waiting">Proposed, and nobody has consented yet: an outline in dashes.</param>
public sealed record TimelineBar(DateOnly From, DateOnly To, string Text, TimelineBarKind Kind, string? Short = null, bool Waiting = false);

/// <summary>One day. The date is written beside it, after its text.</summary>
/// <param name="Text">What stands before the date, such as "frist"; it may be empty.</param>
/// <param name="Number">Stands in the circle of a talk.</param>
/// <param name="Waiting">Proposed, and nobody has consented yet: an outline in dashes.</param>
public sealed record TimelineMark(DateOnly Day, string Text, TimelineMarkKind Kind, int? Number = null, bool Waiting = false);

/// <summary>How a bar is drawn. Past, Current and Ahead are tall: parts of the period itself.</summary>
public enum TimelineBarKind
{
    Past,
    Current,
    Ahead,

    /// <summary>Quiet and low, for what goes on meanwhile.</summary>
    Place,

    /// <summary>Hatching over the lane's other bars.</summary>
    Break,

    /// <summary>A rounded box in which something may be held.</summary>
    Window,
}

/// <summary>How a day is drawn: a filled circle or a ring, a filled diamond or an open one.</summary>
public enum TimelineMarkKind
{
    Held,
    Planned,
    Law,
    House,
}
