namespace Apprentices.Features.CalendarFeed;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class CalendarFeedLinks
{
    /// <summary>Where one makes, renews and revokes the address of one's own calendar.</summary>
    public const string Own = "/calendar/feed";

    /// <summary>The pattern of the calendar itself.</summary>
    public const string Pattern = "/calendar/feed/{secret}.ics";

    /// <summary>The calendar behind a secret.</summary>
    public static string Of(string secret) => $"{Own}/{secret}.ics";
}
