using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>Puts one of one's own reminders aside, or takes it up again. What it is about is not done by it.</summary>
public sealed class MarkReminderDone(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, InboxChannel inboxes, TimeProvider clock)
{
    /// <exception cref="NotThereException">It is not there, or not hers.</exception>
    public async Task RunAsync(Guid id, bool isDone, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseInbox);
        DateTimeOffset? now = clock.GetUtcNow();
        var doneAt = isDone ? now : null;

        await using var db = await database.CreateDbContextAsync(cancel);

        // Past the version, as for reading: a sender at work must not be held up by it.
        var changed = await db.Reminders
            .VisibleTo(user)
            .Where(r => r.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.DoneAt, doneAt).SetProperty(r => r.ReadAt, r => r.ReadAt ?? now), cancel);
        if (changed == 0)
        {
            throw new NotThereException();
        }

        inboxes.Say([user.PersonId]);
    }
}
