using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>The reminders one has got and that were not called off, the latest first.</summary>
public sealed class ListInbox(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Result(IReadOnlyList<ReminderItem> Rows, int Total, int Unread);

    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseInbox);

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.Reminders.VisibleTo(user).Where(r => r.CancelledAt == null);
        var rows = await ReminderItem.ReadAsync(
            db, mine.OrderByDescending(r => r.QueuedAt).ThenBy(r => r.DueOn).ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take), cancel);
        return new Result(rows, await mine.CountAsync(cancel), await mine.CountAsync(r => r.ReadAt == null, cancel));
    }
}
