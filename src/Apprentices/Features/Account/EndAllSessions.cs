using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>Signs me out everywhere, here too.</summary>
public sealed class EndAllSessions(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <returns>How many ended.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageOwnSessions);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.UserSessions.VisibleTo(user).ExecuteDeleteAsync(cancel);
    }
}
