using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The training plan of one apprenticeship by half-year: each goal with its level, its expected day, who sees to it, and its ratings.</summary>
public sealed class ShowPlan(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <summary>Somebody who may be responsible for a goal.</summary>
    public sealed record Supervisor(Guid Id, string Name);

    /// <param name="GoalId">The goal that was rated.</param>
    /// <param name="Code">Its code: of a goal that lives on as another, another one than that has.</param>
    /// <param name="Level">How well.</param>
    /// <param name="Note">In words.</param>
    /// <param name="RatedOn">The day.</param>
    /// <param name="RatedById">Who.</param>
    /// <param name="RatedBy">Her name.</param>
    /// <param name="RatedAt">When it was entered.</param>
    public sealed record Rating(Guid GoalId, string Code, Level Level, string? Note, DateOnly RatedOn, Guid RatedById, string RatedBy, DateTimeOffset RatedAt);

    public sealed record Goal
    {
        public required Guid Id { get; init; }
        public required string Code { get; init; }
        public required LocalText Title { get; init; }
        public required int HalfYear { get; init; }
        public required DateOnly ExpectedOn { get; init; }
        public required Level Level { get; init; }

        /// <summary>The day of the rating that counts, as the plan keeps it.</summary>
        public DateOnly? RatedOn { get; init; }
        public required Guid? ResponsibleId { get; init; }

        /// <summary>Empty means the instructor.</summary>
        public required string? Responsible { get; init; }
        public required int Version { get; init; }

        /// <summary>The day from which the curriculum has no such goal any more; it is read, and does not count.</summary>
        public DateOnly? LeftOn { get; init; }

        /// <summary>The former goals it follows since a move.</summary>
        public IReadOnlyList<Guid> Follows { get; init; } = [];

        /// <summary>Its own and those of the goals it follows, latest first; nothing is ever taken out.</summary>
        public IReadOnlyList<Rating> Ratings { get; init; } = [];

        /// <summary>How the level comes about, and whether those who rate see it alike.</summary>
        public LevelReading ReadOn(DateOnly today) => LevelReading.Of(
            Id, [.. Ratings.Select(rating => new RatingRead(rating.GoalId, rating.Level, rating.RatedOn, rating.RatedAt, rating.RatedById))],
            today, Follows.Count == 0 ? null : new LevelTakenOver(Level, RatedOn));

        /// <summary>The goal in Udir's words, where they have been imported.</summary>
        public OfficialText Wording { get; init; } = OfficialText.None;

        public bool IsDocumented => Level >= Level.Masters;
    }

    public sealed record Half(HalfYear Days, IReadOnlyList<Goal> Goals);

    public sealed record Plan(
        Guid ApprenticeshipId, string Apprentice, string CurriculumCode, LocalText Trade, DateOnly Today, IReadOnlyList<Half> Halves,
        IReadOnlyList<Goal> Former, IReadOnlyList<Supervisor> Supervisors, string? Instructor, bool MayAdjust, bool MayRate)
    {
        /// <summary>Its tasks and courses, in order.</summary>
        public required IReadOnlyList<PlanTask> Tasks { get; init; }

        /// <summary>What the tasks name: workplaces, and who has which role today.</summary>
        public required PlanNames Names { get; init; }

        public IEnumerable<PlanTask> TasksOf(Goal goal) => Tasks.Where(task => task.State.GoalCodes.Contains(goal.Code));

        /// <summary>The goals that count and that no task teaches.</summary>
        public IEnumerable<Goal> GoalsWithoutTask => Halves.SelectMany(half => half.Goals).Where(goal => !TasksOf(goal).Any());

        public bool HasGoals => Halves.Any(half => half.Goals.Count > 0);

        public int Documented => Halves.Sum(half => half.Goals.Count(goal => goal.IsDocumented));

        public int Expected => Halves.Sum(half => half.Goals.Count(goal => goal.ExpectedOn <= Today));

        public int Total => Halves.Sum(half => half.Goals.Count);
    }

    /// <param name="apprenticeshipId">Whose plan; one's own if none is named.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Plan?> RunAsync(Guid? apprenticeshipId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.AsNoTracking().VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user);
        if (await open.Include(a => a.Interruptions).Include(a => a.Person).Include(a => a.Curriculum).FirstOrDefaultAsync(cancel) is not { } contract)
        {
            return null;
        }

        await readings.NoteAsync(user, contract.Id, Opened.Plan, cancel: cancel);
        var goals = await GoalsAsync(db, user, contract.Id, cancel);
        var supervisors = await SupervisorsAsync(db, user, contract.Id, cancel);
        var halves = contract.HalfYears;
        var tasks = await PlanTasks.ReadAsync(db, user, contract.Id, halves, cancel);
        var adjusts = user.Allows(Policy.AdjustPlan) && contract.PersonId != user.PersonId;
        var supervises = supervisors.Any(supervisor => supervisor.Id == user.PersonId) && contract.PersonId != user.PersonId;
        return new Plan(
            contract.Id, contract.Person.FullName, contract.CurriculumCode, contract.Curriculum.Trade, user.Today,
            [.. halves.Select(half => new Half(half, [.. goals.Where(goal => goal.LeftOn is null && goal.HalfYear == half.Number)]))],
            [.. goals.Where(goal => goal.LeftOn is not null)],
            [.. supervisors.Select(supervisor => new Supervisor(supervisor.Id, supervisor.Name)).Distinct()],
            supervisors.FirstOrDefault(supervisor => supervisor.Role == AssignmentRole.Instructor)?.Name,
            adjusts,
            user.Allows(Policy.RateGoals) && supervises)
        {
            Tasks = tasks,
            Names = new PlanNames(
                await PlanTasks.WorkplacesAsync(db, adjusts ? null : tasks.Select(task => task.State), cancel),
                contract.Person.FullName,
                supervisors.FirstOrDefault(supervisor => supervisor.Role == AssignmentRole.Instructor)?.Name,
                supervisors.FirstOrDefault(supervisor => supervisor.Role == AssignmentRole.TrainingManager)?.Name),
        };
    }

    private static async Task<List<Goal>> GoalsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel)
    {
        var goals = await db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => goal.ApprenticeshipId == apprenticeshipId)
            .OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order)
            .Select(goal => new Goal
            {
                Id = goal.Id,
                Code = goal.Code,
                Title = goal.Title,
                HalfYear = goal.HalfYear,
                ExpectedOn = goal.ExpectedOn,
                Level = goal.Level,
                RatedOn = goal.RatedOn,
                ResponsibleId = goal.ResponsibleId,
                Responsible = goal.Responsible == null ? null : goal.Responsible.GivenName + " " + goal.Responsible.FamilyName,
                Version = goal.Version,
                LeftOn = goal.LeftOn,
                Follows = goal.Predecessors.Select(before => before.Id).ToList(),
            })
            .ToListAsync(cancel);
        var ratings = await db.GoalRatings
            .VisibleTo(user)
            .Where(rating => rating.PlannedGoal.ApprenticeshipId == apprenticeshipId)
            .OrderByDescending(rating => rating.RatedOn).ThenByDescending(rating => rating.RatedAt)
            .Select(rating => new Rating(
                rating.PlannedGoalId, rating.PlannedGoal.Code, rating.Level, rating.Note, rating.RatedOn,
                rating.RatedById, rating.RatedBy.GivenName + " " + rating.RatedBy.FamilyName, rating.RatedAt))
            .ToListAsync(cancel);
        var follows = goals.SelectMany(goal => goal.Follows.Select(before => (goal.Id, Before: before))).ToLookup(tie => tie.Id, tie => tie.Before);
        var words = await PlanTasks.WordingsAsync(db, user, apprenticeshipId, cancel);
        return [.. goals.Select(goal => goal with { Ratings = Of(Lineage(goal.Id, follows)), Wording = words.GetValueOrDefault(goal.Id, OfficialText.None) })];

        IReadOnlyList<Rating> Of(HashSet<Guid> lineage) => [.. ratings.Where(rating => lineage.Contains(rating.GoalId))];
    }

    /// <summary>The goal and all it follows, however many moves ago.</summary>
    private static HashSet<Guid> Lineage(Guid id, ILookup<Guid, Guid> follows)
    {
        HashSet<Guid> all = [];
        Stack<Guid> open = new([id]);
        while (open.TryPop(out var next))
        {
            if (all.Add(next))
            {
                follows[next].ToList().ForEach(open.Push);
            }
        }

        return all;
    }

    private sealed record Assigned(Guid Id, string Name, AssignmentRole Role);

    private static Task<List<Assigned>> SupervisorsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel) =>
        db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(assignment => assignment.ApprenticeshipId == apprenticeshipId && assignment.Role <= AssignmentRole.Instructor)
            .OrderBy(assignment => assignment.IsDeputy).ThenByDescending(assignment => assignment.FromOn).ThenBy(assignment => assignment.Id)
            .Select(assignment => new Assigned(
                assignment.PersonId, assignment.Person.GivenName + " " + assignment.Person.FamilyName, assignment.Role))
            .ToListAsync(cancel);
}
