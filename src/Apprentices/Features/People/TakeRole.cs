using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>An administrator takes a role that was given here. One that comes with the account is taken at the identity provider.</summary>
public sealed class TakeRole(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">It was not given here, or she is the last of the house.</exception>
    public async Task RunAsync(Guid personId, Roles role, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GiveRoles);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(one => one.Id == personId, cancel) ?? throw new NotThereException();
        Rule.Require((person.GivenRoles & role) == role, PeopleTexts.RoleByAccountAlone);
        person.Revoke(role);
        await LastOfTheHouse.KeepAsync(db, user, () => db.SaveChangesAsync(cancel), cancel);
    }
}
