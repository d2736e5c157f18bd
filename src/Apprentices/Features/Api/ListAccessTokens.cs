using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>Every access token there ever was, systems' and people's own, the newest first; those that can be used before those that cannot.</summary>
public sealed class ListAccessTokens(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Id">Which one.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="Prefix">How its secret begins.</param>
    /// <param name="Scope">What it opens.</param>
    /// <param name="CreatedOn">The office's day it was made.</param>
    /// <param name="CreatedBy">Who made it; nobody where the command line did.</param>
    /// <param name="IsOwn">Whether it is hers who made it, and acts with her rights.</param>
    /// <param name="ExpiresOn">The last day it can be used.</param>
    /// <param name="LastUsedOn">The last day it was used.</param>
    /// <param name="State">Where it stands today.</param>
    public sealed record Row(
        Guid Id, string Name, string Prefix, AccessScope Scope, DateOnly CreatedOn, string? CreatedBy, bool IsOwn, DateOnly ExpiresOn, DateOnly? LastUsedOn, AccessTokenState State)
    {
        public bool IsUsable => State is AccessTokenState.Valid or AccessTokenState.ExpiresSoon;

        internal static Row Of(AccessToken token, DateOnly createdOn, DateOnly today) => new(
            token.Id, token.Name, token.Prefix, token.Scope, createdOn, token.CreatedBy?.FullName, token.PersonId is not null, token.ExpiresOn,
            token.LastUsedOn, token.StateOn(today));
    }

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageTokens);

        await using var db = await database.CreateDbContextAsync(cancel);
        var tokens = await db.AccessTokens.AsNoTracking().VisibleTo(user).Include(token => token.CreatedBy)
            .OrderByDescending(token => token.CreatedAt).ToListAsync(cancel);
        return
        [
            .. tokens.Select(token => Row.Of(token, clock.DayOf(token.CreatedAt), user.Today)).OrderByDescending(row => row.IsUsable),
        ];
    }
}
