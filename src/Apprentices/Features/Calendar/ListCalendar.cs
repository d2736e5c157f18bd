using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Calendar;

/// <summary>What a calendar is narrowed to.</summary>
public sealed record CalendarFilter(string? Trade = null, Guid? Workplace = null, Guid? Supervisor = null);

/// <summary>
/// What falls due between two days, talks and duties alike, of the apprenticeships one may see. Where it is more than a
/// calendar can show one by one, it is counted by day and kind in the database, so that a year of thousands costs no more.
/// </summary>
public sealed class ListCalendar(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>So many are shown one by one; of more, how many of each kind on each day.</summary>
    public const int Most = 300;

    public const int PageSize = 50;

    /// <summary>One thing on one day.</summary>
    public sealed record Item
    {
        public DateOnly Day { get; init; }
        public DutyKind Kind { get; init; }
        public int Number { get; init; }

        /// <summary>What kind of talk it is; nothing where it is a duty.</summary>
        public EvaluationKind? Talk { get; init; }
        public Guid Subject { get; init; }
        public bool ByOffice { get; init; }
        public DutyBasis Basis { get; init; }
        public DutyNature Nature { get; init; }
        public bool IsDone { get; init; }
        public DateOnly DueOn { get; init; }
        public Guid? ApprenticeshipId { get; init; }
        public string? Name { get; init; }
        public string? CountyNumber { get; init; }
    }

    /// <summary>How many of a kind on a day.</summary>
    public sealed record Count(DateOnly Day, DutyKind Kind, EvaluationKind? Talk, DutyBasis Basis, DutyNature Nature, int Items, int Open);

    /// <summary>Either the items one by one, or their counts.</summary>
    public sealed record Result(DateOnly Today, int Total, IReadOnlyList<Item> Items, IReadOnlyList<Count> Counts, IReadOnlyDictionary<Guid, LocalText> Points);

    public async Task<Result> RunAsync(DateOnly from, DateOnly to, CalendarFilter filter, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeCalendar);

        await using var db = await database.CreateDbContextAsync(cancel);
        var items = Of(db, user, from, to, filter);
        var total = await items.CountAsync(cancel);
        return new Result(
            user.Today, total,
            total > Most ? [] : await InOrder(items).ToListAsync(cancel),
            total <= Most ? [] : await items
                .GroupBy(item => new { item.Day, item.Kind, item.Talk, item.Basis, item.Nature })
                .Select(day => new Count(day.Key.Day, day.Key.Kind, day.Key.Talk, day.Key.Basis, day.Key.Nature, day.Count(), day.Count(item => !item.IsDone)))
                .ToListAsync(cancel),
            await PointsAsync(db, cancel));
    }

    /// <summary>One day, page by page.</summary>
    public async Task<Result> OfDayAsync(DateOnly day, CalendarFilter filter, int page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeCalendar);

        await using var db = await database.CreateDbContextAsync(cancel);
        var items = Of(db, user, day, day, filter);
        return new Result(
            user.Today, await items.CountAsync(cancel),
            await InOrder(items).Skip(PageNumber.Skip(page, PageSize)).Take(PageSize).ToListAsync(cancel), [], await PointsAsync(db, cancel));
    }

    private static IQueryable<Item> InOrder(IQueryable<Item> items) =>
        items.OrderBy(item => item.Day).ThenBy(item => item.Basis).ThenBy(item => item.Kind).ThenBy(item => item.Name).ThenBy(item => item.Subject);

    private static async Task<IReadOnlyDictionary<Guid, LocalText>> PointsAsync(AppDbContext db, CancellationToken cancel) =>
        (await db.ChecklistPoints.AsNoTracking().ToListAsync(cancel)).ToDictionary(point => point.Id, point => point.Title);

    private static IQueryable<Item> Of(AppDbContext db, CurrentUser user, DateOnly from, DateOnly to, CalendarFilter filter)
    {
        var chosen = db.Apprenticeships.VisibleTo(user).Narrowed(filter.Trade, filter.Workplace, filter.Supervisor, user.Today);
        var isNarrowed = filter != new CalendarFilter();
        var duties = db.TrackedDuties.VisibleTo(user)
            .Where(d => d.State == DutyState.Open || d.State == DutyState.Done)
            .Where(d => d.ApprenticeshipId == null ? !isNarrowed : chosen.Any(a => a.Id == d.ApprenticeshipId))
            .Select(d => new Item
            {
                Day = d.Nature == DutyNature.Meeting ? d.MeetOn ?? d.DueOn : d.DueOn,
                Kind = d.Kind,
                Number = d.Number,
                Talk = (EvaluationKind?)null,
                Subject = d.Subject,
                ByOffice = d.ByOffice,
                Basis = d.Basis,
                Nature = d.Nature,
                IsDone = d.State == DutyState.Done,
                DueOn = d.ActOn,
                ApprenticeshipId = d.ApprenticeshipId,
                Name = d.Apprenticeship!.Person.GivenName + " " + d.Apprenticeship.Person.FamilyName,
                CountyNumber = d.CountyNumber,
            });
        var talks = db.Evaluations.VisibleTo(user)
            .Where(e => e.State == EvaluationState.Planned || e.State == EvaluationState.Held || e.State == EvaluationState.Signed)
            .Where(e => chosen.Any(a => a.Id == e.ApprenticeshipId))
            .Select(e => new Item
            {
                Day = e.HeldOn ?? e.PlannedOn ?? e.DueOn,
                Kind = DutyKind.HalfYearTalk,
                Number = e.Number,
                Talk = (EvaluationKind?)e.Kind,
                Subject = e.Id,
                ByOffice = false,
                Basis = e.Kind == EvaluationKind.HalfYear ? DutyBasis.Law : DutyBasis.HouseRule,
                Nature = DutyNature.Meeting,
                IsDone = e.State != EvaluationState.Planned,
                DueOn = e.DueOn,
                ApprenticeshipId = (Guid?)e.ApprenticeshipId,
                Name = e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName,
                CountyNumber = null,
            });
        return duties.Concat(talks).Where(item => item.Day >= from && item.Day <= to);
    }
}
