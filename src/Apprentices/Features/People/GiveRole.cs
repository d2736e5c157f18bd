using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>
/// An administrator gives somebody else a role. Whoever comes to be HR or an administrator by it is asked for again: her accounts and
/// invitations were answered for by others than those who answer for her now, and what is open by them ends.
/// </summary>
public sealed class GiveRole(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It is herself, or somebody who may not come in.</exception>
    public async Task RunAsync(Guid personId, Roles role, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GiveRoles);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(one => one.Id == personId, cancel) ?? throw new NotThereException();
        Rule.Require(personId != user.PersonId, PeopleTexts.OwnRole);
        Rule.Require(person.DeactivatedAt is null, PeopleTexts.IsDeactivated);
        var gains = LettingIn.AsksAgain(person.Roles, role);
        person.Grant(role);
        if (gains)
        {
            await LettingIn.AskAgainAsync(db, person, clock.GetUtcNow(), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}
