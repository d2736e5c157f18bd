using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>What a list of talks may be narrowed to.</summary>
public enum TalkFilter
{
    All,
    Overdue,
    DueWithin30Days,
    ToSign,
}

/// <summary>The talks one may see: what the law makes overdue first, then what comes, then what waits for a signature, then the rest.</summary>
public sealed class ListTalks(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int HorizonDays = 30;

    public sealed record Row(
        Guid Id, EvaluationKind Kind, int Number, string GivenName, string FamilyName, string Workplace, EvaluationState State, DateOnly DueOn,
        DateOnly? PlannedOn, DateOnly? HeldOn, bool IsOverdue, bool SignedByApprentice, bool SignedBySupervisor, bool IsOwn)
    {
        public TimeOnly? StartsAt { get; init; }
    }

    public sealed record Counts(int All, int Overdue, int DueWithin30Days, int ToSign)
    {
        public int Of(TalkFilter filter) => filter switch
        {
            TalkFilter.Overdue => Overdue,
            TalkFilter.DueWithin30Days => DueWithin30Days,
            TalkFilter.ToSign => ToSign,
            _ => All,
        };
    }

    /// <summary>A page of them, how many there are of each kind, and whether one may settle those from before the system and take the list away.</summary>
    public sealed record Result(IReadOnlyList<Row> Rows, Counts Counts, bool MaySettle, bool MayDownload, bool MayChase);

    public async Task<Result> RunAsync(TalkFilter filter, Page page, EvaluationKind? kind = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);
        var (today, horizon) = (user.Today, user.Today.AddDays(HorizonDays));

        var overdue = Evaluation.OverdueOn(today);
        await using var db = await database.CreateDbContextAsync(cancel);
        var visible = Of(db.Evaluations.VisibleTo(user), kind);
        var counts = await visible
            .GroupBy(_ => 1)
            .Select(all => new Counts(
                all.Count(),
                all.AsQueryable().Count(overdue),
                all.Count(e => e.State == EvaluationState.Planned && e.DueOn >= today && e.DueOn <= horizon && e.Apprenticeship.EndsOn >= today),
                all.Count(e => e.State == EvaluationState.Held)))
            .SingleOrDefaultAsync(cancel) ?? new Counts(0, 0, 0, 0);

        var rows = await Rows(db, user, filter, kind, page).ToListAsync(cancel);
        return new Result(rows, counts, user.Allows(Policy.SettleTalksFromBefore), user.Allows(Policy.ExportLists), user.Allows(Policy.SeeTalkReturns));
    }

    /// <summary>The rows, all of them or a page.</summary>
    internal static IQueryable<Row> Rows(AppDbContext db, CurrentUser user, TalkFilter filter, EvaluationKind? kind, Page? page = null)
    {
        var today = user.Today;
        var overdue = Evaluation.OverdueOn(today);
        var sorted = Narrowed(Of(db.Evaluations.VisibleTo(user), kind), filter, today, today.AddDays(HorizonDays))
            .OrderBy(e => e.State == EvaluationState.Planned && e.Apprenticeship.EndsOn >= today ? 0 : e.State == EvaluationState.Held ? 1 : 2)
            .ThenBy(e => e.State == EvaluationState.Planned ? e.DueOn : DateOnly.MaxValue)
            .ThenByDescending(e => e.DueOn)
            .ThenBy(e => e.Apprenticeship.Person.SortName);
        return (page is null ? sorted : sorted.Skip(page.Skip).Take(page.Take)).Select(e => new Row(
            e.Id, e.Kind, e.Number, e.Apprenticeship.Person.GivenName, e.Apprenticeship.Person.FamilyName, e.Apprenticeship.Workplace.Name, e.State,
            e.DueOn, e.PlannedOn, e.HeldOn,
            db.Evaluations.Where(overdue).Any(late => late.Id == e.Id),
            e.Signatures.Any(s => s.Addendum == 0 && s.Kind == SignatureKind.Signed && s.Role == Roles.Apprentice),
            e.Signatures.Any(s => s.Addendum == 0 && s.Kind == SignatureKind.Signed && s.Role != Roles.Apprentice),
            e.Apprenticeship.PersonId == user.PersonId)
        {
            StartsAt = e.StartsAt,
        });
    }

    private static IQueryable<Evaluation> Of(IQueryable<Evaluation> talks, EvaluationKind? kind) => kind is { } one ? talks.Where(e => e.Kind == one) : talks;

    private static IQueryable<Evaluation> Narrowed(IQueryable<Evaluation> talks, TalkFilter filter, DateOnly today, DateOnly horizon) => filter switch
    {
        TalkFilter.Overdue => talks.Where(Evaluation.OverdueOn(today)),
        TalkFilter.DueWithin30Days => talks.Where(e =>
            e.State == EvaluationState.Planned && e.DueOn >= today && e.DueOn <= horizon && e.Apprenticeship.EndsOn >= today),
        TalkFilter.ToSign => talks.Where(e => e.State == EvaluationState.Held),
        _ => talks,
    };
}
