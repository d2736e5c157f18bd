using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>What a log entry said each time it was handed in, oldest first, and word by word what was new since the time before.</summary>
public sealed class ReadHandIns(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="EventId">The event.</param>
    /// <param name="Content">All it said.</param>
    /// <param name="Differences">How the text differs from the one before; nothing for the first.</param>
    public sealed record HandIn(Guid EventId, LogContent Content, IReadOnlyList<TextPart>? Differences);

    /// <returns>Nothing if there is no such entry, or not for the one who asks.</returns>
    public async Task<IReadOnlyList<HandIn>?> RunAsync(Guid entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.LogEntries.VisibleTo(user).AnyAsync(entry => entry.Id == entryId, cancel))
        {
            return null;
        }

        var events = await db.LogEvents
            .VisibleTo(user)
            .Where(happened => happened.LogEntryId == entryId && happened.Kind == LogEventKind.HandedIn)
            .OrderBy(happened => happened.At)
            .Select(happened => new { happened.Id, happened.Content })
            .ToListAsync(cancel);
        List<HandIn> handIns = [];
        foreach (var handedIn in events.Where(happened => happened.Content is not null))
        {
            var before = handIns is [.., var last] ? last.Content.Text : null;
            handIns.Add(new HandIn(handedIn.Id, handedIn.Content!, before is null ? null : TextDifference.Between(before, handedIn.Content!.Text)));
        }

        return handIns;
    }
}
