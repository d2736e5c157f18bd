using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Reads a record whole, as a change to it needs it.</summary>
public static class Records
{
    /// <summary>With all that moves when the contract's days move: entries, breaks, workplaces, people, plan, talks and duties.</summary>
    public static IQueryable<Apprenticeship> WithRecord(this IQueryable<Apprenticeship> rows) => rows
        .WithDuties()
        .Include(a => a.Evaluations)
        .Include(a => a.Plan).ThenInclude(goal => goal.Ratings);

    /// <summary>With what a move of the plan needs beside the record: what each goal follows, tasks and kept editions.</summary>
    public static IQueryable<Apprenticeship> WithPlan(this IQueryable<Apprenticeship> rows) => rows
        .WithRecord()
        .Include(a => a.Plan).ThenInclude(goal => goal.Predecessors)
        .Include(a => a.Tasks).ThenInclude(task => task.Goals)
        .Include(a => a.PlanEditions);

    /// <summary>With what its duties are counted from, and the duties as they are followed up.</summary>
    public static IQueryable<Apprenticeship> WithDuties(this IQueryable<Apprenticeship> rows) => rows
        .Include(a => a.Interruptions)
        .Include(a => a.Workplaces)
        .Include(a => a.Assignments)
        .Include(a => a.Duties)
        .AsSplitQuery();
}
