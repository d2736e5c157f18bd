using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Changes a task of a template. The plans made from it notice at the next edition.</summary>
public sealed class ChangeTemplateTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">It cannot be so, or a goal or workplace is not there.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such task, or not for the one who asks.</exception>
    public async Task RunAsync(Guid taskId, TaskInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var task = await db.OpenTaskAsync(user, taskId, input.Version, cancel);
        await db.RequireKnownAsync(task.Template, input, task.GoalCodes, cancel);
        task.Change(input.ToTerms(), input.GoalCodes);
        await db.SaveChangesAsync(cancel);
    }
}
