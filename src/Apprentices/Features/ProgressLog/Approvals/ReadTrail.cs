using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>
/// All that happened to a log entry, oldest first: who, when and with which word; and for each time it was handed in, what it said
/// and how that differs from the time before.
/// </summary>
public sealed class ReadTrail(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <param name="Kind">What happened.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="At">When.</param>
    /// <param name="Comment">What is missing, or why it was opened again.</param>
    /// <param name="Content">What it said when it was handed in.</param>
    /// <param name="Differences">How the text differs from the one before; nothing for the first.</param>
    public sealed record Step(LogEventKind Kind, string By, DateTimeOffset At, string? Comment, LogContent? Content, IReadOnlyList<TextPart>? Differences);

    /// <returns>Nothing if there is no such entry, or not for the one who asks.</returns>
    public async Task<IReadOnlyList<Step>?> RunAsync(Guid entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.LogEntries.VisibleTo(user).Where(entry => entry.Id == entryId).Select(entry => (Guid?)entry.ApprenticeshipId).SingleOrDefaultAsync(cancel) is not { } apprenticeshipId)
        {
            return null;
        }

        await readings.NoteAsync(user, apprenticeshipId, Opened.Log, cancel: cancel);

        var events = await db.LogEvents
            .VisibleTo(user)
            .Where(happened => happened.LogEntryId == entryId)
            .OrderBy(happened => happened.At).ThenBy(happened => happened.Id)
            .Select(happened => new { happened.Kind, By = happened.By.GivenName + " " + happened.By.FamilyName, happened.At, happened.Comment, happened.Content })
            .ToListAsync(cancel);
        List<Step> steps = [];
        string? before = null;
        foreach (var happened in events)
        {
            var differs = before is not null && happened.Content is not null && happened.Content.Text != before;
            steps.Add(new Step(
                happened.Kind, happened.By, happened.At, happened.Comment, happened.Content, differs ? TextDifference.Between(before!, happened.Content!.Text) : null));
            before = happened.Content?.Text ?? before;
        }

        return steps;
    }
}
