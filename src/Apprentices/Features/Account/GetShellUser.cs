using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>The one who is signed in, for the top bar and the navigation; nobody before signing in.</summary>
public sealed class GetShellUser(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<ShellUser?> RunAsync(CancellationToken cancel = default)
    {
        if (await users.TryGetAsync(cancel) is not { } user)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var unread = db.Reminders.VisibleTo(user).Where(reminder => reminder.CancelledAt == null && reminder.ReadAt == null);
        var waiting = db.LogEntries.VisibleTo(user).WaitingFor(db, user);
        var approves = user.Allows(Policy.ApproveLog);
        return await db.People
            .VisibleTo(db, user)
            .Where(person => person.Id == user.PersonId)
            .Select(person => new ShellUser(person.GivenName + " " + person.FamilyName, user.Roles, unread.Count(), approves ? waiting.Count() : 0))
            .SingleOrDefaultAsync(cancel);
    }
}
