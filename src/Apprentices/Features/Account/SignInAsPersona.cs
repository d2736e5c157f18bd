using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>
/// One click in a demo: who it is, if she may be signed in so at all. It never opens a database with real data: the settings
/// must leave personas open, and the database must have been marked as a demo when it was made.
/// </summary>
public sealed class SignInAsPersona(IDbContextFactory<AppDbContext> database, SignInWays ways)
{
    /// <param name="IsDeactivated">She may not come in; she is told so and whom to ask.</param>
    public sealed record SignedIn(Guid Id, Roles Roles, Language Language, bool IsDeactivated = false);

    /// <returns>Nobody, where that may not be.</returns>
    public async Task<SignedIn?> RunAsync(Guid personId, CancellationToken cancel = default)
    {
        if (!ways.Persona)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.People
            .Where(person => person.Id == personId && person.Roles != Roles.None && db.Installations.Any(installation => installation.IsDemo))
            .Select(person => new SignedIn(person.Id, person.Roles, person.Language, person.DeactivatedAt != null))
            .SingleOrDefaultAsync(cancel);
    }
}
