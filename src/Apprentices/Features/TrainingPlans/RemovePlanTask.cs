using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Takes a task out of an apprentice's plan. Its goals stay, with their ratings and all that is written about them.</summary>
public sealed class RemovePlanTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="taskId">The task.</param>
    /// <param name="version">The task as it was when it was read.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the task in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such task, or not for the one who asks.</exception>
    public async Task RunAsync(Guid taskId, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Tasks.Any(task => task.Id == taskId), cancel) ?? throw new NotThereException();
        var task = contract.Tasks.Single(task => task.Id == taskId);

        db.Entry(task).Property(row => row.Version).OriginalValue = version;
        contract.RemoveTask(task);
        await db.SaveChangesAsync(cancel);
    }
}
