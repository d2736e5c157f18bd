namespace Apprentices.Data;

/// <summary>The number of a page of a list, from 1, as somebody's address says it.</summary>
public static class PageNumber
{
    /// <summary>No list has as many; with it, what comes before a page can still be counted.</summary>
    public const int Last = 1_000_000;

    /// <summary>What lies before the first is the first.</summary>
    public static int Of(int? asked) => Math.Clamp(asked ?? 1, 1, Last);

    /// <summary>How many rows come before the page.</summary>
    public static int Skip(int? asked, int size) => (Of(asked) - 1) * size;
}
