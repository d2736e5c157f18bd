using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>Marks one of one's own reminders as read, or all of them.</summary>
public sealed class MarkReminderRead(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, InboxChannel inboxes, TimeProvider clock)
{
    /// <param name="id">Which one; nothing means all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were unread until now.</returns>
    public async Task<int> RunAsync(Guid? id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseInbox);
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);

        // Past the version: reading is nobody else's business, and a sender at work must not be held up by it.
        var marked = await db.Reminders
            .VisibleTo(user)
            .Where(r => r.ReadAt == null && (id == null || r.Id == id))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ReadAt, now), cancel);
        if (marked > 0)
        {
            inboxes.Say([user.PersonId]);
        }

        return marked;
    }
}
