using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Workplaces are known by their names: whoever types a new one enters it, unless she is of HR for some units alone.</summary>
public static class Workplaces
{
    /// <summary>Those where somebody may say that an apprentice works: all for whoever is not limited to units.</summary>
    public static IQueryable<Workplace> WithinUnitsOf(this IQueryable<Workplace> rows, CurrentUser user) =>
        user.IsAny(Roles.UnitHr) ? rows.Where(workplace => workplace.Personnel.Any(unit => unit.PersonId == user.PersonId)) : rows;

    /// <summary>The id of the workplace of a name. One that nobody has named before is entered at the next save.</summary>
    /// <exception cref="RuleException">The name is missing, or is of no unit that is hers.</exception>
    public static async Task<Guid> EnterWorkplaceAsync(this AppDbContext db, CurrentUser user, string? name, CancellationToken cancel)
    {
        var plain = SortKey.Plain(name ?? "");
        Rule.Require(!user.IsAny(Roles.UnitHr) || await db.Workplaces.WithinUnitsOf(user).AnyAsync(w => w.SearchText == plain, cancel), RuleTexts.WorkplaceOfAnotherUnit);
        if (await db.Workplaces.Where(w => w.SearchText == plain).Select(w => (Guid?)w.Id).SingleOrDefaultAsync(cancel) is { } known)
        {
            return known;
        }

        var workplace = Workplace.Named(name ?? "");
        db.Add(workplace);
        return workplace.Id;
    }
}
