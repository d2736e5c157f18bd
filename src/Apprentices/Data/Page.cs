namespace Apprentices.Data;

/// <summary>Which rows of a list, in which order. The sort is a column's name, with a minus before it for the other way round.</summary>
public sealed record Page(int Skip, int Take, string? Sort = null)
{
    public bool Descending => Sort?.StartsWith('-') == true;

    public string? Column => Sort?.TrimStart('-');

    /// <summary>The page of a number, from 1; a senseless number is the first.</summary>
    public static Page Number(int? number, int size, string? sort) => new(PageNumber.Skip(number, size), size, sort);
}
