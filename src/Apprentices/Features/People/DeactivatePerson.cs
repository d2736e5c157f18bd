using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Somebody may not come in any more: wherever she is signed in it ends, with her own access tokens and calendar address, and nothing more is mailed to her. What she did keeps her name.</summary>
public sealed class DeactivatePerson(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It is herself, or she is the last of the house.</exception>
    public async Task RunAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.DeactivatePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(one => one.Id == personId, cancel) ?? throw new NotThereException();
        Rule.Require(personId != user.PersonId, PeopleTexts.DeactivateYourself);
        person.Deactivate(clock.GetUtcNow());
        await LettingIn.EndAsync(db, personId, db.UserSessions, clock.GetUtcNow(), cancel);
        await StaleInvitations.TakeBackAsync(db, [personId], cancel);
        await LastOfTheHouse.KeepAsync(db, user, () => db.SaveChangesAsync(cancel), cancel);
    }
}
