using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>Signs me out in one browser, wherever it is.</summary>
public sealed class EndSession(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageOwnSessions);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.UserSessions.VisibleTo(user).Where(session => session.Id == id).ExecuteDeleteAsync(cancel) == 0)
        {
            throw new NotThereException();
        }
    }
}
