using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice takes back an entry she has handed in, before anybody has decided.</summary>
public sealed class TakeBackLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It does not wait: somebody has approved it or sent it back.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody decides in this moment.</exception>
    /// <exception cref="NotThereException">It is not there, or not her own.</exception>
    public async Task RunAsync(Guid entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries.WithFilesOf(user).Include(entry => entry.Events).SingleOrDefaultAsync(entry => entry.Id == entryId, cancel) ?? throw new NotThereException();
        entry.TakeBack(user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
