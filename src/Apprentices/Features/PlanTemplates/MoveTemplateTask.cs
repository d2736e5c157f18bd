using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Moves a task of a template one place earlier or later in its half-year.</summary>
public sealed class MoveTemplateTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <returns>Whether it moved: the first stays first, and the last last.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed one of them in that moment.</exception>
    /// <exception cref="NotThereException">There is no such task, or not for the one who asks.</exception>
    public async Task<bool> RunAsync(Guid templateId, Guid taskId, bool earlier, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var template = await db.OpenTemplateAsync(user, templateId, cancel);
        var moved = template.Move(template.Tasks.FirstOrDefault(task => task.Id == taskId) ?? throw new NotThereException(), earlier);
        await db.SaveChangesAsync(cancel);
        return moved;
    }
}
