using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>The one who is signed in, for the top bar and the navigation; nobody before signing in.</summary>
public sealed class GetShellUser(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<ShellUser?> RunAsync(CancellationToken cancel = default)
    {
        try
        {
            var user = await users.GetAsync(cancel);

            await using var db = await database.CreateDbContextAsync(cancel);
            return await db.People
                .Where(person => person.Id == user.PersonId)
                .Select(person => new ShellUser(
                    person.GivenName + " " + person.FamilyName,
                    user.Roles,
                    db.Reminders.Count(reminder => reminder.RecipientId == user.PersonId && reminder.CancelledAt == null && reminder.ReadAt == null)))
                .SingleOrDefaultAsync(cancel);
        }
        catch (NotSignedInException)
        {
            return null;
        }
    }
}
