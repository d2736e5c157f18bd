namespace Apprentices.Features.SensitiveFacts;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class SensitiveLinks
{
    /// <summary>What of a record is opened only on purpose.</summary>
    public static string Of(Guid apprenticeshipId) => $"/apprenticeships/{apprenticeshipId}/sensitive";
}
