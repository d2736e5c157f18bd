using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Adds a task or a course to a template, after the others.</summary>
public sealed class AddTemplateTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <returns>The task's id.</returns>
    /// <exception cref="RuleException">It cannot be so, or a goal or workplace is not there.</exception>
    /// <exception cref="NotThereException">There is no such template, or not for the one who asks.</exception>
    public async Task<Guid> RunAsync(Guid templateId, TaskInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var template = await db.OpenTemplateAsync(user, templateId, cancel);
        await db.RequireKnownAsync(template, input, [], cancel);
        var task = template.Add(input.ToTerms(), input.GoalCodes);
        await db.SaveChangesAsync(cancel);
        return task.Id;
    }
}
