using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Moves a goal to another half-year and says who sees to it. The expected days of the half-years follow.</summary>
public sealed class AdjustPlan(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public Guid GoalId { get; init; }

        [Range(1, 20)]
        public int HalfYear { get; set; }

        /// <summary>Empty means the instructor.</summary>
        public Guid? ResponsibleId { get; set; }

        /// <summary>The goal as it was when the form was opened.</summary>
        public int Version { get; init; }
    }

    /// <exception cref="RuleException">There is no such half-year, or the person does not follow up this apprenticeship.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the goal in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such goal, or not for the one who asks.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships
            .VisibleTo(user)
            .Where(a => a.PersonId != user.PersonId && a.Plan.Any(goal => goal.Id == input.GoalId))
            .Include(a => a.Plan).Include(a => a.Interruptions).Include(a => a.Assignments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var goal = contract.Plan.Single(goal => goal.Id == input.GoalId);
        Rule.Require(input.ResponsibleId is not { } id || id == goal.ResponsibleId || Supervises(contract, id, user.Today), TrainingPlanTexts.NotASupervisor);

        db.Entry(goal).Property(row => row.Version).OriginalValue = input.Version;
        contract.PlanGoal(goal, input.HalfYear, input.ResponsibleId);
        await db.SaveChangesAsync(cancel);
    }

    private static bool Supervises(Apprenticeship contract, Guid personId, DateOnly today) => contract.Assignments.Any(assignment =>
        assignment.PersonId == personId && assignment.Role <= AssignmentRole.Instructor && assignment.IsCurrentOn(today));
}
