using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Takes a task out of a template. Editions and plans that have it keep it.</summary>
public sealed class RemoveTemplateTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="taskId">The task.</param>
    /// <param name="version">As it was when it was shown.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such task, or not for the one who asks.</exception>
    public async Task RunAsync(Guid taskId, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        db.Remove(await db.OpenTaskAsync(user, taskId, version, cancel));
        await db.SaveChangesAsync(cancel);
    }
}
