using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Account;

/// <summary>Where I am signed in, this browser first.</summary>
public sealed class ListSessions(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>Nobody has more browsers open than this; if she has, ending all ends them too.</summary>
    public const int Most = 50;

    public sealed record Row(Guid Id, string Device, DateTimeOffset StartedAt, DateTimeOffset ActedAt, bool IsThis);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageOwnSessions);
        var mine = Sessions.HashOf(await users.PrincipalAsync());

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = await db.UserSessions.VisibleTo(user)
            .Where(UserSession.IsOpenAt(clock.GetUtcNow(), settings.Value.Inactivity, settings.Value.Longest))
            .OrderByDescending(session => session.ActedAt)
            .Take(Most)
            .Select(session => new { session.Id, session.Device, session.StartedAt, session.ActedAt, session.SecretHash })
            .ToListAsync(cancel);
        return
        [
            .. open.Select(session => new Row(session.Id, session.Device, session.StartedAt, session.ActedAt, mine is not null && session.SecretHash.AsSpan().SequenceEqual(mine)))
                .OrderByDescending(row => row.IsThis),
        ];
    }
}
