using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>An apprentice takes a file away from an entry of hers that is not locked, or from one she has not saved.</summary>
public sealed class RemoveAttachment(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    private const int Tries = 4;

    /// <exception cref="RuleException">The entry is locked.</exception>
    /// <exception cref="NotThereException">The file is not there, or not her own.</exception>
    public async Task RunAsync(Guid attachmentId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        for (var tries = 1; ; tries++)
        {
            try
            {
                await RemoveAsync(user, attachmentId, cancel);
                return;
            }
            catch (Exception failure) when (tries < Tries && LostRace.Caused(failure))
            {
                // Removed on another device, or decided by a supervisor, in this moment; the next try finds it as it is now.
            }
        }
    }

    private async Task RemoveAsync(CurrentUser user, Guid attachmentId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        var file = await db.Attachments.VisibleTo(user)
            .SingleOrDefaultAsync(file => file.Id == attachmentId && file.Apprenticeship.PersonId == user.PersonId, cancel) ?? throw new NotThereException();
        if (file.LogEntryId is { } entryId)
        {
            var entry = await db.LogEntries.WithFilesOf(user).SingleAsync(entry => entry.Id == entryId, cancel);
            entry.Detach(file);
            db.HandInAnew(entry, user, clock.GetUtcNow());
        }

        db.Remove(file);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
