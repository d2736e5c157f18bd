using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>People who may be assigned, as one types a name; for HR of some units those who train, and of them the names alone.</summary>
public sealed class FindPeople(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int Most = 6;

    public async Task<IReadOnlyList<PersonChoice.Found>> RunAsync(string text, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!user.IsAny(Roles.Hr))
        {
            return await db.People.Found(text).WhoMayReceiveTo(user).Take(Most).Select(p => new PersonChoice.Found(p.Id, p.Name, "")).ToListAsync(cancel);
        }

        return await db.People.VisibleTo(db, user).Where(Person.IsActive).Found(text).OrderBy(p => p.SortName).Take(Most)
            .Select(p => new PersonChoice.Found(p.Id, p.GivenName + " " + p.FamilyName, p.Email)).ToListAsync(cancel);
    }
}
