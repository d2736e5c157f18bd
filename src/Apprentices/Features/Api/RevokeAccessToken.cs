using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>An administrator ends an access token: the next request with it is refused.</summary>
public sealed class RevokeAccessToken(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="NotThereException">There is no such token.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageTokens);

        await using var db = await database.CreateDbContextAsync(cancel);
        var token = await db.AccessTokens.VisibleTo(user).SingleOrDefaultAsync(token => token.Id == id, cancel) ?? throw new NotThereException();
        token.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
