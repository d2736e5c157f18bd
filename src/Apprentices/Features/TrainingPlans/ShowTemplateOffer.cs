using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>What the newest edition of a template would change in an apprentice's plan, beside what was adapted there.</summary>
public sealed class ShowTemplateOffer(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Change">What the template changed, and what the plan has of its own.</param>
    /// <param name="Version">The plan's task as it was read; empty where the plan has none.</param>
    public sealed record Line(TaskOffer Change, int? Version);

    /// <param name="ApprenticeshipId">Whose plan.</param>
    /// <param name="Template">What the template is called.</param>
    /// <param name="Followed">The edition the plan took over last.</param>
    /// <param name="Edition">The edition that is offered.</param>
    /// <param name="PublishedOn">When it was published.</param>
    /// <param name="Note">What is new in it, in the words of whoever published it.</param>
    /// <param name="IsDeclined">Whether it was looked at before and not taken over.</param>
    /// <param name="Lines">What would change.</param>
    public sealed record Offer(
        Guid ApprenticeshipId, string Template, int Followed, int Edition, DateOnly PublishedOn, string? Note, bool IsDeclined, IReadOnlyList<Line> Lines)
    {
        public required PlanNames Names { get; init; }

        /// <summary>The goals of the plan, by code.</summary>
        public required IReadOnlyDictionary<string, LocalText> Goals { get; init; }
    }

    /// <returns>Nothing where nothing newer is offered, or the plan is not one the reader may adjust.</returns>
    public async Task<Offer?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user)
            .AsNoTrackingWithIdentityResolution()
            .Include(a => a.Person).Include(a => a.Assignments).ThenInclude(assignment => assignment.Person)
            .SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel);
        if (contract is null || await OfferedEdition.FindAsync(db, user, contract, cancel) is not { } offered)
        {
            return null;
        }

        var newest = offered.Newest;
        var versions = contract.Tasks.ToDictionary(task => task.State.Key, task => task.Version);
        return new Offer(
            contract.Id, newest.Template.Name, contract.TemplateEdition!.Value, newest.Number, newest.PublishedOn, newest.Note,
            contract.TemplateDeclined >= newest.Number,
            [.. offered.Lines.Select(line => new Line(line, versions.TryGetValue(line.Key, out var version) ? version : null))])
        {
            Names = new PlanNames(
                await PlanTasks.WorkplacesAsync(db, offered.Lines.SelectMany(line => new[] { line.Old, line.New, line.Mine }).OfType<TaskState>(), cancel),
                contract.Person.FullName,
                contract.CurrentAssignment(AssignmentRole.Instructor, user.Today)?.Person.FullName,
                contract.CurrentAssignment(AssignmentRole.TrainingManager, user.Today)?.Person.FullName),
            Goals = contract.Plan.Where(goal => goal.LeftOn is null).ToDictionary(goal => goal.Code, goal => goal.Title),
        };
    }
}
