using System.Globalization;
using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.ProgressLog;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ProgressLogLinks
{
    public const string Log = "/log";

    /// <summary>One entry, its text and its files, as a zip.</summary>
    public const string Package = "/log/entries/{id:guid}/package";

    /// <summary>One's own log, with the hands on the keys.</summary>
    public const string WriteNow = "/log?write=now";

    public static string PackageOf(Guid entryId) => $"/log/entries/{entryId}/package";

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
    public static string Write(DateOnly day) => $"/log?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&write=now";

    /// <summary>One's own log, ready to write for the week of a day.</summary>
    public static string WriteWeek(DateOnly day) => $"{Write(day)}&span=week";

    /// <summary>One's own log, ready to put right an entry that came back.</summary>
    public static string Mend(Guid entryId) => $"/log?mend={entryId}";

    /// <summary>The entries that are not in the training office's system yet.</summary>
    public static string Own(bool notEnteredOnly, int page = 1) => notEnteredOnly ? $"/log?not-entered=true&page={page}" : Page(page);

    public static string Page(int page) => $"/log?page={page}";

    public static string Page(Guid apprenticeshipId, int page) => $"/apprenticeships/{apprenticeshipId}/log?page={page}";

    /// <summary>The log of one, as a route.</summary>
    public const string Route = ApprenticeshipLinks.List + "/{id:guid}/log";
}
