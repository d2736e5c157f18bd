using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Plans a period otherwise. An assignment that has not begun follows the plan.</summary>
public sealed class ChangePlacement(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <exception cref="RuleException">The days cannot be so, or HR has assigned another instructor from that day.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else planned it otherwise in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such placement, workplace or instructor for the one who asks.</exception>
    public async Task RunAsync(Guid id, PlacementInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanPlacements);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.ToPlaceBy(user).SingleOrDefaultAsync(a => a.Placements.Any(p => p.Id == id), cancel) ?? throw new NotThereException();
        var placement = apprenticeship.Placements.Single(p => p.Id == id);
        await db.RequireWorkplaceAsync(input.WorkplaceId, cancel);
        var receiver = await db.ReceiverAsync(user, input.InstructorId, placement.InstructorId, cancel);

        db.Entry(placement).Property(p => p.Version).OriginalValue = input.Version;
        apprenticeship.ChangePlacement(placement, input.WorkplaceId!.Value, receiver, input.FromOn!.Value, input.ToOn!.Value, user.Today);
        await db.SavePlacementsAsync(apprenticeship, rulebook, cancel);
    }
}
