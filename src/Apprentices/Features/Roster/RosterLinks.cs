namespace Apprentices.Features.Roster;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class RosterLinks
{
    public const string Import = "/roster/import";

    /// <summary>The rows of one state, or all; a page from 1.</summary>
    public static string Rows(RowState? state, int page = 1)
    {
        var show = state is { } one ? $"show={one.ToString().ToLowerInvariant()}" : null;
        var from = page > 1 ? $"page={page}" : null;
        var query = string.Join('&', new[] { show, from }.OfType<string>());
        return query.Length == 0 ? Import : $"{Import}?{query}";
    }
}
