using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Adapts a task of an apprentice's plan. One from a template keeps its tie to it; the template stays as it is.</summary>
public sealed class ChangePlanTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="taskId">The task.</param>
    /// <param name="input">As it is to be, with the version it had when the form was opened.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">It cannot be so.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the task in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such task, or not for the one who asks.</exception>
    public async Task RunAsync(Guid taskId, TaskInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Tasks.Any(task => task.Id == taskId), cancel) ?? throw new NotThereException();
        var task = contract.Tasks.Single(task => task.Id == taskId);
        await db.RequireWorkplaceAsync(input.WorkplaceId == task.Terms.WorkplaceId ? null : input.WorkplaceId, cancel);

        contract.ChangeTask(task, input.ToTerms(), input.GoalCodes);

        // Other goals alone change no column of the task: it counts as changed all the same.
        db.Entry(task).State = EntityState.Modified;
        db.Entry(task).Property(row => row.Version).OriginalValue = input.Version;
        await db.SaveChangesAsync(cancel);
    }
}
