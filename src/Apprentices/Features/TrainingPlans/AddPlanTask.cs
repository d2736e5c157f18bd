using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Adds a task or course of her own to an apprentice's plan.</summary>
public sealed class AddPlanTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <returns>The id of the task.</returns>
    /// <exception cref="RuleException">It cannot be so.</exception>
    /// <exception cref="NotThereException">There is no such plan, or not for the one who asks.</exception>
    public async Task<Guid> RunAsync(Guid apprenticeshipId, TaskInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        await db.RequireWorkplaceAsync(input.WorkplaceId, cancel);

        var task = contract.AddTask(input.ToTerms(), input.GoalCodes);
        await db.SaveChangesAsync(cancel);
        return task.Id;
    }
}
