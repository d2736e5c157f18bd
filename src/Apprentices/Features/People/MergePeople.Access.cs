using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <content>What limits one of the two, limits the one that is kept: nobody comes to see more by being entered twice.</content>
public sealed partial class MergePeople
{
    private static async Task MoveAccessAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        foreach (var grant in await db.AuditGrants.Where(g => g.AuditorId == gone.Id || g.GrantedById == gone.Id || g.EndedById == gone.Id).ToListAsync(cancel))
        {
            grant.MoveTo(gone.Id, kept.Id);
        }

        foreach (var fact in await db.SensitiveFacts.Where(f => f.SavedById == gone.Id).ToListAsync(cancel))
        {
            fact.MoveTo(kept.Id);
        }

        // The roles of the two are joined after this: whoever was limited stays so.
        var limits = await db.HrLimits.Include(limit => limit.Units).Where(limit => limit.PersonId == gone.Id || limit.PersonId == kept.Id).ToListAsync(cancel);
        if (limits.Find(limit => limit.PersonId == gone.Id) is not { } hers)
        {
            return;
        }

        var limited = limits.Find(limit => limit.PersonId == kept.Id) ?? db.Add(HrLimit.OfKept(kept)).Entity;
        limited.Set([.. limited.Units.Concat(hers.Units).Select(unit => unit.WorkplaceId)]);
        db.Remove(hers);
    }
}
