using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Audits;

/// <summary>Records that may be chosen for an auditor, by what is typed of the apprentice's name.</summary>
public sealed class FindRecords(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int Most = 12;

    public sealed record Row(Guid Id, string Name, LocalText Trade, string Workplace);

    public async Task<IReadOnlyList<Row>> RunAsync(string? text, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GrantAudits);

        await using var db = await database.CreateDbContextAsync(cancel);
        var found = db.People.VisibleTo(db, user).Found(text);
        return await db.Apprenticeships.VisibleTo(user).Where(a => found.Any(p => p.Id == a.PersonId))
            .OrderBy(a => a.Person.SortName).ThenByDescending(a => a.StartsOn).Take(Most)
            .Select(a => new Row(a.Id, a.Person.GivenName + " " + a.Person.FamilyName, a.Curriculum.Trade, a.Workplace.Name)).ToListAsync(cancel);
    }
}
