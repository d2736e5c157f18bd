using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator stops all mail for the time being. Every instance heeds it before its next mail; nothing is lost.</summary>
public sealed class PauseMail(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.MailPauses.AnyAsync(cancel))
        {
            return;
        }

        db.MailPauses.Add(new MailPause(user.PersonId, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            // Somebody else was faster: it is paused.
        }
    }
}
