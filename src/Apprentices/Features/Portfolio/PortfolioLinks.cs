using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Portfolio;

/// <summary>The addresses of this feature's pages and file.</summary>
public static class PortfolioLinks
{
    /// <summary>What is in one's own.</summary>
    public const string Own = "/portfolio";

    /// <summary>One's own as a file.</summary>
    public const string OwnFile = $"{Own}.zip";

    /// <summary>That of one, as a file; as a route.</summary>
    public const string FileRoute = ApprenticeshipLinks.List + "/{id:guid}/portfolio.zip";

    /// <summary>What is in that of one.</summary>
    public static string Of(Guid apprenticeshipId) => $"{ApprenticeshipLinks.Record(apprenticeshipId)}/portfolio";

    public static string File(Guid apprenticeshipId) => $"{Of(apprenticeshipId)}.zip";
}
