namespace Apprentices.Features.Evaluations.BeforeTheSystem;

/// <summary>The addresses of the talks from before the system.</summary>
public static class TalksFromBeforeLinks
{
    public const string List = "/talks/before-the-system";

    /// <summary>The talks of some contracts, on a page from 1.</summary>
    public static string Page(TalksFromBeforeOf contracts, int page = 1)
    {
        var of = contracts == TalksFromBeforeOf.All ? null : $"of={contracts.ToString().ToLowerInvariant()}";
        var from = page > 1 ? $"page={page}" : null;
        var query = string.Join('&', new[] { of, from }.OfType<string>());
        return query.Length == 0 ? List : $"{List}?{query}";
    }
}
