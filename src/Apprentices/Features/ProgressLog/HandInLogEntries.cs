using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice hands in entries she has kept open, such as all those of a week, or one that came back and is right as it is.</summary>
public sealed class HandInLogEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="entryIds">Which. One that waits already, or is locked, stays as it is: it was handed in on another device.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were handed in.</returns>
    /// <exception cref="NotThereException">None of them is there and her own.</exception>
    public async Task<int> RunAsync(IReadOnlyList<Guid> entryIds, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entries = await db.LogEntries.WithFilesOf(user).Where(entry => entryIds.Contains(entry.Id)).ToListAsync(cancel);
        if (entries.Count == 0)
        {
            throw new NotThereException();
        }

        var waiting = entries.Where(entry => entry.State is LogState.Open or LogState.Returned).ToList();
        foreach (var entry in waiting)
        {
            entry.HandIn(user.PersonId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        return waiting.Count;
    }
}
