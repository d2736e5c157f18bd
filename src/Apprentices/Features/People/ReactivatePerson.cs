using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Somebody may come in again, with the roles and the account she had.</summary>
public sealed class ReactivatePerson(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.DeactivatePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(one => one.Id == personId, cancel) ?? throw new NotThereException();
        person.Reactivate();
        await db.SaveChangesAsync(cancel);
    }
}
