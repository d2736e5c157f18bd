using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>Opens an approved log entry again, for a reason that is kept, so that its writer can change it and hand it in anew.</summary>
public sealed class UnlockLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        public Guid EntryId { get; init; }

        /// <summary>The entry as it was read.</summary>
        public int Version { get; init; }

        [Required, StringLength(LogEvent.LongestComment)]
        public string? Reason { get; set; }
    }

    /// <exception cref="RuleException">It is not locked, or the reason is missing.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such entry, or she does not supervise its writer.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UnlockLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries
            .VisibleTo(user)
            .SupervisedBy(db, user)
            .SingleOrDefaultAsync(entry => entry.Id == input.EntryId, cancel) ?? throw new NotThereException();

        db.Entry(entry).Property(row => row.Version).OriginalValue = input.Version;
        entry.Unlock(user.PersonId, input.Reason ?? "", clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
