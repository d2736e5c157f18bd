using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Who has which role, and whether it was given here or comes with her account.</summary>
public sealed class ListRoles(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    public sealed record Row(Guid Id, string Name, Roles Roles, Roles OnlyMapped, Roles Mapped, bool IsDeactivated)
    {
        public Roles Given => Roles & ~OnlyMapped;
    }

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    /// <param name="text">A part of a name or an address.</param>
    /// <param name="role">Those with this role alone; none: everybody with any.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result> RunAsync(string? text, Roles role, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeRoles);

        await using var db = await database.CreateDbContextAsync(cancel);
        var people = db.People.VisibleTo(db, user).Found(text)
            .Where(person => role == Roles.None || (person.Roles & role) != Roles.None);
        var rows = await people.OrderBy(person => person.SortName).ThenBy(person => person.Id).Skip(page.Skip).Take(page.Take)
            .Select(person => new Row(
                person.Id, person.GivenName + " " + person.FamilyName, person.Roles, person.OnlyMappedRoles, person.MappedRoles, person.DeactivatedAt != null))
            .ToListAsync(cancel);
        return new Result(rows, await people.CountAsync(cancel));
    }
}
