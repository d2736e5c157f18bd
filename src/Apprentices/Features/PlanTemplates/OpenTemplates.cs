using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Finds what is to be changed, and what a task may name.</summary>
internal static class OpenTemplates
{
    /// <summary>A template with its tasks, to be changed.</summary>
    /// <exception cref="NotThereException">There is none, or not for the one who asks.</exception>
    public static async Task<PlanTemplate> OpenTemplateAsync(this AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel) =>
        await db.PlanTemplates.VisibleTo(user).Include(template => template.Tasks).SingleOrDefaultAsync(template => template.Id == id, cancel)
        ?? throw new NotThereException();

    /// <summary>A task with its template, to be changed. The version is the one the form was opened with.</summary>
    /// <exception cref="NotThereException">There is none, or not for the one who asks.</exception>
    public static async Task<TemplateTask> OpenTaskAsync(this AppDbContext db, CurrentUser user, Guid id, int version, CancellationToken cancel)
    {
        var task = await db.TemplateTasks.VisibleTo(user).Include(task => task.Template).SingleOrDefaultAsync(task => task.Id == id, cancel)
            ?? throw new NotThereException();
        db.Entry(task).Property(row => row.Version).OriginalValue = version;
        return task;
    }

    /// <summary>Refuses goals that the template's edition of the curriculum does not have, and workplaces that do not exist.</summary>
    /// <exception cref="RuleException">One of them is not there.</exception>
    public static async Task RequireKnownAsync(this AppDbContext db, PlanTemplate template, TaskInput input, IReadOnlyCollection<string> before, CancellationToken cancel)
    {
        var named = input.GoalCodes.Except(before).Distinct().ToList();
        var known = await db.Goals.CountAsync(
            goal => goal.CurriculumCode == template.CurriculumCode && goal.EditionNumber == template.CurriculumEdition && named.Contains(goal.Code), cancel);
        Rule.Require(known == named.Count, PlanTemplateTexts.NoSuchGoal);
        Rule.Require(input.WorkplaceId is not { } place || await db.Workplaces.AnyAsync(workplace => workplace.Id == place, cancel), PlanTemplateTexts.NoSuchWorkplace);
    }
}
