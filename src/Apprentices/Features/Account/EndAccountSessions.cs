using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>The provider has signed an account out everywhere, and names no session (back-channel sign-out): all that it opened here ends.</summary>
public sealed class EndAccountSessions(IDbContextFactory<AppDbContext> database)
{
    /// <param name="issuer">Whose token says so; it has been validated.</param>
    /// <param name="subject">What the provider calls the account.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> RunAsync(string issuer, string subject, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var hers = db.ProviderAccounts.Where(account => account.Issuer == issuer && account.ObjectId == subject && account.LinkedAt != null).Select(account => account.PersonId);
        return await db.UserSessions.Where(session => session.Issuer == issuer && hers.Contains(session.PersonId)).ExecuteDeleteAsync(cancel);
    }
}
