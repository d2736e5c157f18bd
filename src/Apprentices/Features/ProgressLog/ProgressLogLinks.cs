using System.Globalization;

namespace Apprentices.Features.ProgressLog;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ProgressLogLinks
{
    public const string Log = "/log";

    /// <summary>What waits for a supervisor's approval.</summary>
    public const string Approvals = "/log/approvals";

    /// <summary>What waits of one apprentice, or of one week by its Monday.</summary>
    public static string Waiting(Guid? apprenticeshipId, DateOnly? week, int page = 1)
    {
        var parts = new[]
        {
            apprenticeshipId is { } id ? $"apprentice={id}" : null,
            week is { } monday ? $"week={monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null,
            page > 1 ? $"page={page}" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? Approvals : $"{Approvals}?{string.Join('&', parts)}";
    }

    /// <summary>One's own log, ready to write for a day.</summary>
    public static string Write(DateOnly day) => $"/log?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string Page(int page) => $"/log?page={page}";

    public static string Page(Guid apprenticeshipId, int page) => $"/apprenticeships/{apprenticeshipId}/log?page={page}";
}
