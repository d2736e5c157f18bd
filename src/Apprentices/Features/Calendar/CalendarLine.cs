using Apprentices.Domain;

namespace Apprentices.Features.Calendar;

/// <summary>How a line of the calendar is marked.</summary>
public enum CalendarMarkKind
{
    /// <summary>The training itself: its first day, its last, another workplace.</summary>
    Training,
    Held,
    Planned,
    Break,
    Law,
    House,
    Window,
}

/// <summary>One line of a record's calendar: a day or some days, what it is, a word about it, and the duty whose reason can be asked for.</summary>
/// <param name="Key">What stands in the address to ask for its reason; empty where there is none.</param>
public sealed record CalendarLine(string Key, DateOnly From, DateOnly? To, CalendarMarkKind Mark, string Title, string Note)
{
    public Duty? Duty { get; init; }

    /// <summary>What should have been done by law and was not.</summary>
    public bool IsLate { get; init; }

    /// <summary>Done, waived or held.</summary>
    public bool IsDone { get; init; }
    public string? Responsible { get; init; }

    /// <summary>The page on which it is seen to.</summary>
    public string? Href { get; init; }

    /// <summary>What stands in an address for a duty: its kind, which one, and what it is about.</summary>
    public static string KeyOf(Duty duty) => duty.Subject == Guid.Empty ? $"{duty.Kind}-{duty.Number}" : $"{duty.Kind}-{duty.Number}-{duty.Subject:N}";
}
