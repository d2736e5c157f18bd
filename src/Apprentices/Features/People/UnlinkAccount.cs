using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>An account no longer signs the person in; wherever she is signed in by its provider it ends, and so do her own access tokens and calendar address. It may ask again.</summary>
public sealed class UnlinkAccount(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It is her own.</exception>
    public async Task RunAsync(Guid accountId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);

        await using var db = await database.CreateDbContextAsync(cancel);
        var account = await db.ProviderAccounts.VisibleTo(user).SingleOrDefaultAsync(one => one.Id == accountId, cancel) ?? throw new NotThereException();
        Rule.Require(account.PersonId != user.PersonId, PeopleTexts.OwnAccount);
        db.Remove(account);
        db.RemoveRange(await db.UserSessions.Where(session => session.PersonId == account.PersonId && session.Issuer == account.Issuer).ToListAsync(cancel));

        // Whoever came in by it may have made these for herself.
        var now = clock.GetUtcNow();
        await db.AccessTokens.Where(token => token.PersonId == account.PersonId && token.RevokedAt == null).ForEachAsync(token => token.Revoke(now), cancel);
        db.RemoveRange(await db.FeedAddresses.Where(feed => feed.PersonId == account.PersonId).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }
}
