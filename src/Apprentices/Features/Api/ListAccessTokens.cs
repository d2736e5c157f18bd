using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>Every access token there ever was, the newest first; those that can be used before those that cannot.</summary>
public sealed class ListAccessTokens(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Id">Which one.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="Prefix">How its secret begins.</param>
    /// <param name="Scope">What it opens.</param>
    /// <param name="CreatedOn">The office's day it was made.</param>
    /// <param name="CreatedBy">Who made it; nobody where the command line did.</param>
    /// <param name="ExpiresOn">The last day it can be used.</param>
    /// <param name="LastUsedOn">The last day it was used.</param>
    /// <param name="State">Where it stands today.</param>
    public sealed record Row(
        Guid Id, string Name, string Prefix, AccessScope Scope, DateOnly CreatedOn, string? CreatedBy, DateOnly ExpiresOn, DateOnly? LastUsedOn, AccessTokenState State)
    {
        public bool IsUsable => State is AccessTokenState.Valid or AccessTokenState.ExpiresSoon;
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
            .. tokens.Select(token => new Row(
                token.Id, token.Name, token.Prefix, token.Scope, clock.DayOf(token.CreatedAt), token.CreatedBy?.FullName,
                token.ExpiresOn, token.LastUsedOn, token.StateOn(user.Today))).OrderByDescending(row => row.IsUsable),
        ];
    }
}
