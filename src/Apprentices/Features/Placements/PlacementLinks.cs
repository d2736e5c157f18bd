using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Placements;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PlacementLinks
{
    /// <summary>One's own placements.</summary>
    public const string Own = "/placements";

    /// <summary>The placements of one, as a route.</summary>
    public const string Route = ApprenticeshipLinks.List + "/{id:guid}/placements";

    /// <summary>What is handed over before a placement.</summary>
    public static string HandOver(Guid placementId) => $"{Own}/{placementId}/hand-over";
}
