using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>There is always somebody who may let others in.</summary>
internal static class LastAdministrator
{
    /// <summary>
    /// Before somebody stops being one. The others are saved along, so that of two who take each other's role at the same moment one
    /// loses the race.
    /// </summary>
    /// <exception cref="RuleException">There is no other who may come in.</exception>
    public static async Task KeepAnotherAsync(AppDbContext db, Person goes, CancellationToken cancel)
    {
        var others = await db.People.Where(Person.IsActive)
            .Where(person => person.Id != goes.Id && (person.Roles & Roles.Administrator) != Roles.None)
            .ToListAsync(cancel);
        Rule.Require(others.Count > 0, PeopleTexts.LastAdministrator);
        others.ForEach(other => db.Entry(other).Property(person => person.Version).IsModified = true);
    }
}
