using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice deletes an entry that nobody but her has ever read, with its files.</summary>
public sealed class DeleteLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">It has been handed in: what was said then is kept.</exception>
    /// <exception cref="NotThereException">It is not there, or not her own.</exception>
    public async Task RunAsync(Guid entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries.WithFilesOf(user).SingleOrDefaultAsync(entry => entry.Id == entryId, cancel) ?? throw new NotThereException();
        var wasHandedIn = await db.LogEvents.VisibleTo(user).AnyAsync(happened => happened.LogEntryId == entryId, cancel);
        Rule.Require(entry.State == LogState.Open && !wasHandedIn, ProgressLogTexts.HandedInStays);
        db.Remove(entry);
        await db.SaveChangesAsync(cancel);
    }
}
