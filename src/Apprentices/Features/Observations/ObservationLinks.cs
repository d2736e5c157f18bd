namespace Apprentices.Features.Observations;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ObservationLinks
{
    /// <summary>What was observed of oneself.</summary>
    public const string Own = "/observations";

    public static string OwnPage(int page) => $"{Own}?page={page}";

    public static string Page(Guid apprenticeshipId, int page) => $"/apprenticeships/{apprenticeshipId}/observations?page={page}";
}
