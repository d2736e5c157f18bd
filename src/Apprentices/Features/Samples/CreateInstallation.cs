using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Samples;

/// <summary>
/// Once, when the database is new: decides for good whether it is a demo, open to the sign-in by persona. A demo always has
/// somebody of HR and an administrator, so that there is somebody to sign in as. A database that held people before it was
/// marked is no demo.
/// </summary>
public sealed class CreateInstallation(IDbContextFactory<AppDbContext> database, SignInWays ways, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Installations.AnyAsync(cancel))
        {
            return;
        }

        var isDemo = ways.Persona && !await db.People.AnyAsync(cancel);
        db.Add(new Installation(isDemo, clock.GetUtcNow()));
        if (isDemo)
        {
            var employer = SampleEmployer.Read();
            db.Add(employer.FirstOf(Roles.Hr));
            db.Add(employer.FirstOf(Roles.Administrator));
        }

        await db.SaveChangesAsync(cancel);
    }
}
