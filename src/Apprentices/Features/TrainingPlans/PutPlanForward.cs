using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>A supervisor puts the plan forward as it is, for the apprentice to agree to. The edition is kept and never changes.</summary>
public sealed class PutPlanForward(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <returns>The number of the edition.</returns>
    /// <exception cref="RuleException">The plan has no goals, or is the same as when it was put forward last.</exception>
    /// <exception cref="NotThereException">There is no such plan, or the one who asks does not follow up its apprentice.</exception>
    public async Task<int> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PutPlanForward);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user)
            .SupervisedBy(user)
            .Include(a => a.PlanEditions).Include(a => a.Curriculum).ThenInclude(curriculum => curriculum.AllGoals)
            .SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();

        var edition = contract.PutForward(contract.Curriculum, user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return edition.Number;
    }
}
