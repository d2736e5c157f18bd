using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The apprentice agrees to the plan that was put forward last.</summary>
public sealed class AgreeToPlan(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">A later edition has taken its place, or it is agreed to already.</exception>
    /// <exception cref="NotThereException">There is no such edition, or it is not of her own plan.</exception>
    public async Task RunAsync(Guid editionId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AgreeToPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships
            .VisibleTo(user)
            .Where(a => a.PersonId == user.PersonId)
            .Include(a => a.PlanEditions)
            .SingleOrDefaultAsync(a => a.PlanEditions.Any(edition => edition.Id == editionId), cancel) ?? throw new NotThereException();

        contract.AgreeTo(contract.PlanEditions.Single(edition => edition.Id == editionId), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
