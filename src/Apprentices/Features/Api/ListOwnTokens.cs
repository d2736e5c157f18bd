using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>The access tokens that are one's own, and what another could be made for.</summary>
public sealed class ListOwnTokens(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed record Result(IReadOnlyList<ListAccessTokens.Row> Rows, IReadOnlyList<AccessScope> Scopes);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseOwnTokens);

        await using var db = await database.CreateDbContextAsync(cancel);
        var tokens = await db.AccessTokens.AsNoTracking().VisibleTo(user).Where(token => token.PersonId == user.PersonId)
            .OrderByDescending(token => token.CreatedAt).ToListAsync(cancel);
        return new(
            [.. tokens.Select(token => ListAccessTokens.Row.Of(token, clock.DayOf(token.CreatedAt), user.Today)).OrderByDescending(row => row.IsUsable)],
            [AccessScope.Apprenticeships, AccessScope.Deadlines, AccessScope.WhatIf]);
    }
}
