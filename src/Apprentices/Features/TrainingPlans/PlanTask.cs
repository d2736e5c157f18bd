using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>A task or course of a plan as it is read.</summary>
/// <param name="Id">The task.</param>
/// <param name="State">What it is and which goals it teaches.</param>
/// <param name="IsFromTemplate">Whether it came with a template.</param>
/// <param name="Version">The row, for those who change it.</param>
/// <param name="FromOn">The first day it is planned on.</param>
/// <param name="ToOn">The last day.</param>
public sealed record PlanTask(Guid Id, TaskState State, bool IsFromTemplate, int Version, DateOnly FromOn, DateOnly ToOn);

/// <summary>Reads the tasks of a plan, and what they and its goals are called.</summary>
internal static class PlanTasks
{
    public static async Task<IReadOnlyList<PlanTask>> ReadAsync(
        AppDbContext db, CurrentUser user, Guid apprenticeshipId, IReadOnlyList<HalfYear> halves, CancellationToken cancel)
    {
        var tasks = await db.PlannedTasks
            .AsNoTracking()
            .VisibleTo(user)
            .Where(task => task.ApprenticeshipId == apprenticeshipId)
            .Include(task => task.Goals)
            .OrderBy(task => task.Order).ThenBy(task => task.Id)
            .ToListAsync(cancel);
        return [.. tasks.Select(task => Of(task, halves))];
    }

    /// <param name="db">The database.</param>
    /// <param name="tasks">The tasks whose places are wanted; empty: all places there are, to choose from.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<PlanNames.Place>> WorkplacesAsync(AppDbContext db, IEnumerable<TaskState>? tasks, CancellationToken cancel)
    {
        var ids = tasks?.Select(task => task.Terms.WorkplaceId).OfType<Guid>().Distinct().ToList();
        var all = ids is null;
        return await db.Workplaces
            .Where(workplace => all || ids!.Contains(workplace.Id))
            .OrderBy(workplace => workplace.SearchText)
            .Select(workplace => new PlanNames.Place(workplace.Id, workplace.Name))
            .ToListAsync(cancel);
    }

    /// <summary>Udir's words for the goals of a plan, by the planned goal.</summary>
    public static async Task<Dictionary<Guid, OfficialText>> WordingsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel)
    {
        var rows = await db.PlannedGoals
            .VisibleTo(user)
            .Where(planned => planned.ApprenticeshipId == apprenticeshipId)
            .Join(db.Goals, planned => planned.GoalId, goal => goal.Id, (planned, goal) => new { planned.Id, goal.Wording })
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => row.Wording);
    }

    private static PlanTask Of(PlannedTask task, IReadOnlyList<HalfYear> halves)
    {
        // A contract that was cut short may have left a task in a half-year there is no longer.
        var half = halves.FirstOrDefault(half => half.Number == task.Terms.HalfYear) ?? halves[^1];
        var (from, to) = task.Terms.DaysIn(half);
        return new PlanTask(task.Id, task.State, task.TemplateTaskId is not null, task.Version, from, to);
    }
}
