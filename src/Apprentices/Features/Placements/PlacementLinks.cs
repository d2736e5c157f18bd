namespace Apprentices.Features.Placements;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PlacementLinks
{
    /// <summary>One's own placements.</summary>
    public const string Own = "/placements";

    /// <summary>What is handed over before a placement.</summary>
    public static string HandOver(Guid placementId) => $"{Own}/{placementId}/hand-over";
}
