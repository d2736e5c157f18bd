using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.TrainingPlans;

/// <summary>
/// The plan as the county's inspection asks for it (opplæringslova § 7-10): whole, to be read and printed, as it is now or as an
/// edition of it was kept.
/// </summary>
public sealed class ShowPlanSheet(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, IOptions<EmployerSettings> employer, TimeProvider clock)
{
    /// <param name="Of">A goal as the plan or the edition holds it.</param>
    /// <param name="Tasks">The tasks that teach it, whichever half-year they are planned in.</param>
    public sealed record Goal(PlanContentGoal Of, IReadOnlyList<TaskState> Tasks);

    /// <param name="Days">Its days.</param>
    /// <param name="Goals">The goals planned in it.</param>
    /// <param name="Others">The tasks in it that teach no goal of the plan.</param>
    public sealed record Half(HalfYear Days, IReadOnlyList<Goal> Goals, IReadOnlyList<TaskState> Others);

    public sealed record Place(string Name, DateOnly FromOn, DateOnly ToOn, string? Instructor);

    public sealed record Sheet(Guid ApprenticeshipId, string Employer, string Apprentice, DateOnly Today, IReadOnlyList<Half> Halves)
    {
        public required LocalText Trade { get; init; }
        public required string CurriculumCode { get; init; }
        public required int CurriculumEdition { get; init; }
        public required DateOnly StartsOn { get; init; }
        public required DateOnly EndsOn { get; init; }
        public required string? VigoNumber { get; init; }
        public required PlanNames Names { get; init; }
        public required IReadOnlyList<Place> Placements { get; init; }

        /// <summary>The edition it shows, or the newest one that holds the very same plan; empty: the plan has changed since, or was never put forward.</summary>
        public ListPlanEditions.Row? Edition { get; init; }

        /// <summary>Whether it is a kept edition, and not the plan as it is now.</summary>
        public bool IsKept { get; init; }

        public bool HasOfficialWords => Halves.Any(half => half.Goals.Any(goal => goal.Of.Wording.IsGiven));

        public (DateOnly FromOn, DateOnly ToOn) Days(TaskState task) =>
            task.Terms.DaysIn((Halves.FirstOrDefault(half => half.Days.Number == task.Terms.HalfYear) ?? Halves[^1]).Days);
    }

    /// <param name="apprenticeshipId">Whose plan; one's own if none is named.</param>
    /// <param name="edition">The number of a kept edition; empty: the plan as it is.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Sheet?> RunAsync(Guid? apprenticeshipId = null, int? edition = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.AsNoTrackingWithIdentityResolution().VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user).Take(1);
        var contract = await open
            .Include(a => a.Person).Include(a => a.Interruptions).Include(a => a.Plan).Include(a => a.Tasks).ThenInclude(task => task.Goals)
            .Include(a => a.Curriculum).ThenInclude(curriculum => curriculum.AllGoals)
            .Include(a => a.Assignments).ThenInclude(assignment => assignment.Person)
            .Include(a => a.PlanEditions).ThenInclude(kept => kept.MadeBy)
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        await readings.NoteAsync(user, contract.Id, Opened.Plan, cancel: cancel);
        var now = contract.ContentBy(contract.Curriculum);
        var kept = edition is { } number
            ? contract.PlanEditions.FirstOrDefault(row => row.Number == number)
            : contract.PlanEditions.MaxBy(row => row.Number) is { } newest && PlanComparison.Between(newest.Content, now).IsEmpty ? newest : null;
        if (edition is not null && kept is null)
        {
            return null;
        }

        var content = edition is null ? now : kept!.Content;
        var day = edition is null ? user.Today : clock.DayOf(kept!.MadeAt);
        return new Sheet(contract.Id, employer.Value.Name, contract.Person.FullName, user.Today, HalvesOf(content, contract.HalfYears))
        {
            Trade = await TradeAsync(db, contract, content, cancel),
            CurriculumCode = content.CurriculumCode,
            CurriculumEdition = content.CurriculumEdition,
            StartsOn = contract.StartsOn,
            EndsOn = contract.EndsOn,
            VigoNumber = contract.VigoNumber,
            Names = new PlanNames(
                await PlanTasks.WorkplacesAsync(db, content.Tasks, cancel),
                contract.Person.FullName,
                contract.CurrentAssignment(AssignmentRole.Instructor, day)?.Person.FullName,
                contract.CurrentAssignment(AssignmentRole.TrainingManager, day)?.Person.FullName),
            Placements = await PlacementsAsync(db, user, contract.Id, cancel),
            Edition = kept is null ? null : new ListPlanEditions.Row(
                kept.Id, kept.Number, kept.Reason, clock.DayOf(kept.MadeAt), kept.MadeBy?.FullName, kept.AgreedAt is { } at ? clock.DayOf(at) : null),
            IsKept = edition is not null,
        };
    }

    private static IReadOnlyList<Half> HalvesOf(PlanContent content, IReadOnlyList<HalfYear> today)
    {
        var tied = content.Goals.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (content.HalfYears.Count > 0 ? content.HalfYears : today).Select(half => new Half(
                half,
                [
                    .. content.Goals.Where(goal => goal.HalfYear == half.Number).OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order)
                        .Select(goal => new Goal(goal, [.. content.Tasks.Where(task => task.GoalCodes.Contains(goal.Code)).OrderBy(task => task.Terms.HalfYear).ThenBy(task => task.Terms.FromWeek)])),
                ],
                [.. content.Tasks.Where(task => task.Terms.HalfYear == half.Number && !task.GoalCodes.Any(tied.Contains))])),
        ];
    }

    /// <summary>A kept edition may be of another curriculum than the one she follows now.</summary>
    private static async Task<LocalText> TradeAsync(AppDbContext db, Apprenticeship contract, PlanContent content, CancellationToken cancel) =>
        content.CurriculumCode == contract.CurriculumCode
            ? contract.Curriculum.Trade
            : await db.Curricula.Where(curriculum => curriculum.Code == content.CurriculumCode).Select(curriculum => curriculum.Trade).SingleAsync(cancel);

    private static Task<List<Place>> PlacementsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel) => db.Placements
        .VisibleTo(user)
        .Where(placement => placement.ApprenticeshipId == apprenticeshipId)
        .OrderBy(placement => placement.FromOn)
        .Select(placement => new Place(
            placement.Workplace.Name, placement.FromOn, placement.ToOn,
            placement.Instructor == null ? null : placement.Instructor.GivenName + " " + placement.Instructor.FamilyName))
        .ToListAsync(cancel);
}
