using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Plans a period at a workplace. Whoever receives the apprentice there is her instructor from its first day.</summary>
public sealed class PlanPlacement(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <returns>The id of the placement.</returns>
    /// <exception cref="RuleException">The days cannot be so, or HR has assigned another instructor from that day.</exception>
    /// <exception cref="NotThereException">There is no such record, workplace or instructor for the one who asks.</exception>
    public async Task<Guid> RunAsync(Guid apprenticeshipId, PlacementInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanPlacements);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.ToPlaceBy(user).SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        await db.RequireWorkplaceAsync(input.WorkplaceId, cancel);
        var receiver = await db.ReceiverAsync(user, input.InstructorId, planned: null, cancel);
        var placement = apprenticeship.Place(input.WorkplaceId!.Value, receiver, input.FromOn!.Value, input.ToOn!.Value, user.Today);
        await db.SavePlacementsAsync(apprenticeship, rulebook, cancel);
        return placement.Id;
    }
}
