using Apprentices.Data;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>The provider has ended a session of its own (back-channel sign-out): what was opened by it here ends at once, in every browser.</summary>
public sealed class EndProviderSession(IDbContextFactory<AppDbContext> database)
{
    /// <param name="issuer">Whose token says so; it has been validated.</param>
    /// <param name="sessionId">What the provider calls the session (<c>sid</c>).</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> RunAsync(string issuer, string sessionId, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sessionId);
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.UserSessions.Where(session => session.Issuer == issuer && session.ProviderSessionId == sessionId).ExecuteDeleteAsync(cancel);
    }
}
