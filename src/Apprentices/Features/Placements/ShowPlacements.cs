using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Where an apprentice is planned to be and when, with what stands out in it, and for those who plan what there is to choose from.</summary>
public sealed class ShowPlacements(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public sealed record WorkplaceName(Guid Id, string Name);

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid WorkplaceId { get; init; }
        public required string Workplace { get; init; }
        public required Guid? InstructorId { get; init; }

        /// <summary>Empty: her instructor stays.</summary>
        public required string? Instructor { get; init; }
        public required DateOnly FromOn { get; init; }
        public required DateOnly ToOn { get; init; }
        public required DateTimeOffset? ConfirmedAt { get; init; }
        public required bool WaitsForConfirmation { get; init; }
        public required int Version { get; init; }

        public bool HasBegun(DateOnly today) => FromOn <= today;
    }

    public sealed record Result
    {
        public required Guid ApprenticeshipId { get; init; }
        public required string Apprentice { get; init; }
        public required DateOnly Today { get; init; }
        public required IReadOnlyList<HalfYear> HalfYears { get; init; }
        public required IReadOnlyList<(DateOnly FromOn, DateOnly ToOn)> Away { get; init; }

        /// <summary>By their first day.</summary>
        public required IReadOnlyList<Row> Rows { get; init; }
        public required PlacementReview Review { get; init; }
        public required IReadOnlyDictionary<string, LocalText> Goals { get; init; }
        public required bool HasTasks { get; init; }

        /// <summary>All of the employer's, by name.</summary>
        public required IReadOnlyList<WorkplaceName> Workplaces { get; init; }

        /// <summary>Who may be chosen to receive her; empty for those who do not plan.</summary>
        public required IReadOnlyList<PersonName> Receivers { get; init; }
        public required bool MayPlan { get; init; }

        public DateOnly StartsOn => HalfYears[0].StartsOn;

        public DateOnly EndsOn => HalfYears[^1].EndsOn;

        public string WorkplaceName(Guid id) => Workplaces.FirstOrDefault(place => place.Id == id)?.Name ?? "";
    }

    /// <param name="apprenticeshipId">Whose; one's own if none is named.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Result?> RunAsync(Guid? apprenticeshipId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.AsNoTracking().IgnoreAutoIncludes().VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user);
        if (await open.Include(a => a.Interruptions).Include(a => a.Person).FirstOrDefaultAsync(cancel) is not { } contract)
        {
            return null;
        }

        await readings.NoteAsync(user, contract.Id, Opened.Plan, cancel: cancel);
        var rows = await RowsAsync(db, user, contract.Id, cancel);
        var goals = await db.PlannedGoals.VisibleTo(user)
            .Where(goal => goal.ApprenticeshipId == contract.Id).Where(PlannedGoal.Counts).OrderBy(goal => goal.Order)
            .Select(goal => new { goal.Code, goal.Title }).ToListAsync(cancel);
        var tasks = await db.PlannedTasks.VisibleTo(user).AsNoTracking()
            .Where(task => task.ApprenticeshipId == contract.Id).OrderBy(task => task.Order).Include(task => task.Goals).ToListAsync(cancel);
        var away = contract.Interruptions.Where(i => i.Percent == 100).OrderBy(i => i.StartsOn)
            .Select(i => (i.StartsOn, ToOn: i.EndsOn ?? DateOnly.MaxValue)).ToList();
        var mayPlan = user.Allows(Policy.PlanPlacements) && contract.PersonId != user.PersonId;
        return new Result
        {
            ApprenticeshipId = contract.Id,
            Apprentice = contract.Person.FullName,
            Today = user.Today,
            HalfYears = contract.HalfYears,
            Away = away,
            Rows = rows,
            Review = PlacementReview.Of(new PlacementFacts(
                contract.HalfYears, away, [.. rows.Select(row => new PlacedPeriod(row.Id, row.WorkplaceId, row.FromOn, row.ToOn))],
                [.. tasks.Select(task => task.State)], [.. goals.Select(goal => goal.Code)])),
            Goals = goals.ToDictionary(goal => goal.Code, goal => goal.Title, StringComparer.Ordinal),
            HasTasks = tasks.Count > 0,
            Workplaces = await db.Workplaces.OrderBy(w => w.SearchText).Select(w => new WorkplaceName(w.Id, w.Name)).ToListAsync(cancel),
            Receivers = mayPlan ? await db.People.WhoMayReceiveTo(user).Where(name => name.Id != contract.PersonId).ToListAsync(cancel) : [],
            MayPlan = mayPlan,
        };
    }

    private static async Task<List<Row>> RowsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel)
    {
        var waiting = db.Placements.VisibleTo(user).Where(Placement.WaitsForConfirmationOn(user.Today));
        return await db.Placements.VisibleTo(user)
            .Where(p => p.ApprenticeshipId == apprenticeshipId)
            .OrderBy(p => p.FromOn).ThenBy(p => p.ToOn).ThenBy(p => p.Id)
            .Select(p => new Row
            {
                Id = p.Id,
                WorkplaceId = p.WorkplaceId,
                Workplace = p.Workplace.Name,
                InstructorId = p.InstructorId,
                Instructor = p.Instructor == null ? null : p.Instructor.GivenName + " " + p.Instructor.FamilyName,
                FromOn = p.FromOn,
                ToOn = p.ToOn,
                ConfirmedAt = p.ConfirmedAt,
                WaitsForConfirmation = waiting.Any(w => w.Id == p.Id),
                Version = p.Version,
            })
            .ToListAsync(cancel);
    }
}
