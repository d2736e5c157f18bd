using System.Globalization;
using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.ProgressLog;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ProgressLogLinks
{
    public const string Log = "/log";

    /// <summary>One's own log, ready to write for a day.</summary>
    public static string Write(DateOnly day) => $"/log?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string Page(int page) => $"/log?page={page}";

    public static string Page(Guid apprenticeshipId, int page) => $"/apprenticeships/{apprenticeshipId}/log?page={page}";

    /// <summary>The log of one, as a route.</summary>
    public const string Route = ApprenticeshipLinks.List + "/{id:guid}/log";
}
