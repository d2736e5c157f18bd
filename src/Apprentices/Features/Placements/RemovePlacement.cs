using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Takes a period out of the plan, with what was written for its hand-over and an assignment that has not begun.</summary>
public sealed class RemovePlacement(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody else planned it otherwise in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such placement for the one who asks.</exception>
    public async Task RunAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanPlacements);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.ToPlaceBy(user).SingleOrDefaultAsync(a => a.Placements.Any(p => p.Id == id), cancel) ?? throw new NotThereException();
        var placement = apprenticeship.Placements.Single(p => p.Id == id);

        db.Entry(placement).Property(p => p.Version).OriginalValue = version;
        apprenticeship.RemovePlacement(placement, user.Today);
        await db.SavePlacementsAsync(apprenticeship, rulebook, cancel);
    }
}
