using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>Somebody ends an access token of her own: the next request with it is refused.</summary>
public sealed class RevokeOwnToken(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="NotThereException">There is no such token, or it is not hers.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseOwnTokens);

        await using var db = await database.CreateDbContextAsync(cancel);
        var token = await db.AccessTokens.VisibleTo(user).SingleOrDefaultAsync(token => token.Id == id && token.PersonId == user.PersonId, cancel)
            ?? throw new NotThereException();
        token.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
