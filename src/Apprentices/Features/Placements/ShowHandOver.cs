using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>
/// What is handed over to the one who receives an apprentice: how far she has come goal by goal, what is under way and what is
/// planned, and what those who followed her up have written. No rating's note and nothing of a talk is in it, for whoever
/// receives her sees this page before she sees anything else of the record.
/// </summary>
public sealed class ShowHandOver(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public sealed record Goal(string Code, LocalText Title, int HalfYear, Level Level, DateOnly? RatedOn);

    /// <summary>A task of the plan; the workplace is empty where it is done wherever she is.</summary>
    public sealed record PlanTask(string Title, TaskKind Kind, int HalfYear, string? Workplace, string? Documentation);

    /// <summary>The period before it; empty where none is planned.</summary>
    public sealed record Before(string Workplace, DateOnly FromOn, DateOnly ToOn);

    public sealed record Result
    {
        public required Guid PlacementId { get; init; }

        /// <summary>Leads back to her placements; empty for whoever sees no more of the record than this.</summary>
        public required Guid? ApprenticeshipId { get; init; }
        public required string Apprentice { get; init; }
        public required string GivenName { get; init; }
        public required LocalText Trade { get; init; }
        public required string Workplace { get; init; }
        public required DateOnly FromOn { get; init; }
        public required DateOnly ToOn { get; init; }
        public required Before? Former { get; init; }

        /// <summary>Who is the instructor on the day before; empty where nobody is.</summary>
        public required string? Giver { get; init; }
        public required string Receiver { get; init; }
        public required IReadOnlyList<Goal> Goals { get; init; }
        public required IReadOnlyList<PlanTask> UnderWay { get; init; }
        public required IReadOnlyList<PlanTask> Planned { get; init; }
        public required string? OpenActions { get; init; }
        public required string? AgreedAdjustments { get; init; }
        public required string? ConfirmedBy { get; init; }
        public required DateTimeOffset? ConfirmedAt { get; init; }
        public required DateOnly OpensOn { get; init; }
        public required DateOnly Today { get; init; }
        public required bool IsOwn { get; init; }
        public required bool MayWrite { get; init; }
        public required bool MayConfirm { get; init; }
        public required int Version { get; init; }
    }

    /// <returns>Nothing if there is no such hand-over, or not for the one who asks.</returns>
    public async Task<Result?> RunAsync(Guid placementId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);
        var me = user.PersonId;

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.Placements.VisibleTo(user).Where(p => p.Id == placementId && p.InstructorId != null);
        var seen = await mine.Select(p => new
        {
            Placement = p,
            p.ApprenticeshipId,
            Person = p.Apprenticeship.Person,
            p.Apprenticeship.Curriculum.Trade,
            Workplace = p.Workplace.Name,
            Receiver = p.Instructor!.GivenName + " " + p.Instructor.FamilyName,
            ConfirmedBy = p.ConfirmedBy == null ? null : p.ConfirmedBy.GivenName + " " + p.ConfirmedBy.FamilyName,
            Giver = p.Apprenticeship.Assignments
                .Where(s => s.Role == AssignmentRole.Instructor && !s.IsDeputy && s.FromOn < p.FromOn && (s.ToOn == null || s.ToOn >= p.FromOn.AddDays(-1)))
                .OrderByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
            SeesRecord = db.Apprenticeships.VisibleTo(user).Any(a => a.Id == p.ApprenticeshipId),
            Supervises = db.Apprenticeships.SupervisedBy(user).Any(a => a.Id == p.ApprenticeshipId),
            Receives = db.Placements.Where(Placement.ReceivedBy(me, user.Today)).Any(r => r.Id == p.Id),
        }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (seen is null)
        {
            return null;
        }

        await readings.NoteAsync(user, seen.Placement.ApprenticeshipId, Opened.Plan, cancel: cancel);
        var (placement, isOwn, isOpen) = (seen.Placement, seen.Person.Id == me, seen.Placement.ConfirmedAt is null);
        var goals = await mine.SelectMany(p => p.Apprenticeship.Plan).Where(PlannedGoal.Counts).OrderBy(goal => goal.Order)
            .Select(goal => new Goal(goal.Code, goal.Title, goal.HalfYear, goal.Level, goal.RatedOn)).ToListAsync(cancel);
        var former = await mine.SelectMany(p => p.Apprenticeship.Placements.Where(other => other.FromOn < p.FromOn))
            .OrderByDescending(other => other.FromOn).ThenByDescending(other => other.ToOn)
            .Select(other => new Before(other.Workplace.Name, other.FromOn, other.ToOn)).FirstOrDefaultAsync(cancel);
        // Whoever may see the placement may know how its half-years run, even if she sees no more of the record.
        var halfYears = (await db.Apprenticeships.Where(a => mine.Any(p => p.ApprenticeshipId == a.Id)).Include(a => a.Interruptions)
            .IgnoreAutoIncludes().AsNoTracking().SingleAsync(cancel)).HalfYears;
        var tasks = await TasksAsync(db, mine, cancel);
        return new Result
        {
            PlacementId = placement.Id,
            ApprenticeshipId = seen.SeesRecord ? seen.ApprenticeshipId : null,
            Apprentice = seen.Person.FullName,
            GivenName = seen.Person.GivenName,
            Trade = seen.Trade,
            Workplace = seen.Workplace,
            FromOn = placement.FromOn,
            ToOn = placement.ToOn,
            Former = former,
            Giver = seen.Giver,
            Receiver = seen.Receiver,
            Goals = goals,
            UnderWay = [.. tasks.Where(task => IsIn(halfYears, task.HalfYear, user.Today, user.Today) && task.WorkplaceId != placement.WorkplaceId).Select(task => task.Shown)],
            Planned = [.. tasks.Where(task => IsIn(halfYears, task.HalfYear, placement.FromOn, placement.ToOn) && (task.WorkplaceId is null || task.WorkplaceId == placement.WorkplaceId)).Select(task => task.Shown)],
            OpenActions = placement.OpenActions,
            AgreedAdjustments = placement.AgreedAdjustments,
            ConfirmedBy = seen.ConfirmedBy,
            ConfirmedAt = placement.ConfirmedAt,
            OpensOn = placement.HandOverOpensOn,
            Today = user.Today,
            IsOwn = isOwn,
            MayWrite = user.Allows(Policy.HandOver) && seen.Supervises && isOpen,
            MayConfirm = user.Allows(Policy.ConfirmHandOver) && seen.Receives && !isOwn && isOpen && user.Today >= placement.HandOverOpensOn,
            Version = placement.Version,
        };
    }

    private sealed record Found(int HalfYear, Guid? WorkplaceId, PlanTask Shown);

    private static async Task<List<Found>> TasksAsync(AppDbContext db, IQueryable<Placement> mine, CancellationToken cancel)
    {
        var tasks = await mine.SelectMany(p => p.Apprenticeship.Tasks).OrderBy(task => task.Order).Select(task => task.Terms).ToListAsync(cancel);
        var places = tasks.Select(terms => terms.WorkplaceId).OfType<Guid>().Distinct().ToList();
        var names = await db.Workplaces.Where(w => places.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel);
        return [.. tasks.Select(terms => new Found(terms.HalfYear, terms.WorkplaceId, new PlanTask(
            terms.Title, terms.Kind, terms.HalfYear, terms.WorkplaceId is { } place ? names.GetValueOrDefault(place) : null, terms.Documentation)))];
    }

    private static bool IsIn(IReadOnlyList<HalfYear> halfYears, int number, DateOnly from, DateOnly to) =>
        halfYears.Any(half => half.Number == number && half.StartsOn <= to && half.EndsOn >= from);
}
