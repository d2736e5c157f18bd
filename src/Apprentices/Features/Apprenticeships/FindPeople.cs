using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>People who may be assigned, as one types a name.</summary>
public sealed class FindPeople(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int Most = 6;

    public async Task<IReadOnlyList<PersonChoice.Found>> RunAsync(string text, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.People.VisibleTo(db, user).Where(Person.IsActive).Found(text).OrderBy(p => p.SortName).Take(Most)
            .Select(p => new PersonChoice.Found(p.Id, p.GivenName + " " + p.FamilyName, p.Email)).ToListAsync(cancel);
    }
}
