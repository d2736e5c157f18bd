using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Workplaces are known by their names: whoever types a new one enters it.</summary>
public static class Workplaces
{
    /// <summary>The id of the workplace of a name. One that nobody has named before is entered at the next save.</summary>
    /// <exception cref="RuleException">The name is missing.</exception>
    public static async Task<Guid> EnterWorkplaceAsync(this AppDbContext db, string? name, CancellationToken cancel)
    {
        var plain = SortKey.Plain(name ?? "");
        if (await db.Workplaces.Where(w => w.SearchText == plain).Select(w => (Guid?)w.Id).SingleOrDefaultAsync(cancel) is { } known)
        {
            return known;
        }

        var workplace = Workplace.Named(name ?? "");
        db.Add(workplace);
        return workplace.Id;
    }
}
