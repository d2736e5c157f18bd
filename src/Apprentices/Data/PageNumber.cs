namespace Apprentices.Data;

/// <summary>The number of a page of a list, from 1, as somebody's address says it.</summary>
public static class PageNumber
{
    /// <summary>No list has as many; with it, what comes before a page can still be counted.</summary>
    public const int Last = 1_000_000;

    /// <summary>A senseless number is the first page's.</summary>
    public static int Of(int? asked) => asked is > 0 and <= Last ? asked.Value : 1;

    /// <summary>How many rows come before the page.</summary>
    public static int Skip(int? asked, int size) => (Of(asked) - 1) * size;
}
