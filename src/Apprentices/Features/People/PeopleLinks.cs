namespace Apprentices.Features.People;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PeopleLinks
{
    public const string List = "/people";
    public const string Search = "/search";
    public const string Merge = "/people/merge";

    public static string Person(Guid id) => $"{List}/{id}";

    /// <summary>The list narrowed to what is typed, on a page of it.</summary>
    public static string Found(string? text, int page = 1) =>
        $"{List}?q={Uri.EscapeDataString(text ?? "")}" + (page > 1 ? $"&page={page}" : "");
}
