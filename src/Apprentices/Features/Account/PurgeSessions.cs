using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Account;

/// <summary>Each night: forgets sessions that have ended by themselves, and invitations that nobody can use any more.</summary>
public sealed class PurgeSessions(IDbContextFactory<AppDbContext> database, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>So long an invitation stays to be seen after its time.</summary>
    public const int KeepDays = 30;

    /// <returns>How many were forgotten.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var (acted, started, expired) = (now - settings.Value.Inactivity, now - settings.Value.Longest, now.AddDays(-KeepDays));

        await using var db = await database.CreateDbContextAsync(cancel);
        var ended = await db.UserSessions.Where(session => session.ActedAt <= acted || session.StartedAt <= started).ExecuteDeleteAsync(cancel);
        return ended + await db.Invitations.Where(invitation => invitation.ExpiresAt < expired).ExecuteDeleteAsync(cancel);
    }
}
