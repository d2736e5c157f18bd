using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>Which part of the talks the return control shows.</summary>
public enum ReturnsFilter
{
    /// <summary>Whatever somebody has yet to do something about.</summary>
    Open,
    Overdue,

    /// <summary>No day is agreed.</summary>
    NotAgreed,

    /// <summary>A day is agreed, and what was prepared has not opened yet (<see cref="Evaluation.IsOpened"/>).</summary>
    NotPrepared,
    ToSign,

    /// <summary>Signed by all within the last thirty days.</summary>
    Done,
}

/// <summary>What the return control is narrowed to. It stands in the address and comes back from it.</summary>
/// <param name="Filter">The part shown.</param>
/// <param name="Trade">A curriculum's code.</param>
/// <param name="Workplace">A workplace.</param>
/// <param name="Supervisor">Who follows the apprentices up.</param>
public sealed record ReturnsQuery(ReturnsFilter Filter = ReturnsFilter.Open, string? Trade = null, Guid? Workplace = null, Guid? Supervisor = null)
{
    /// <summary>So many days ahead a talk comes into view.</summary>
    public const int DaysAhead = 60;

    /// <summary>What was signed so many days back is still shown.</summary>
    public const int DaysBack = 30;

    private static readonly Expression<Func<Evaluation, bool>> IsNotOpened =
        Expression.Lambda<Func<Evaluation, bool>>(Expression.Not(Evaluation.IsOpened.Body), Evaluation.IsOpened.Parameters);

    public bool HasChoices => Trade is not null || Workplace is not null || Supervisor is not null;

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static ReturnsQuery From(string? filter, string? trade, string? workplace, string? supervisor) => new(
        Enum.TryParse<ReturnsFilter>(filter, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : ReturnsFilter.Open,
        string.IsNullOrWhiteSpace(trade) ? null : trade.Trim(),
        Guid.TryParse(workplace, out var place) ? place : null,
        Guid.TryParse(supervisor, out var person) ? person : null);

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(int page = 1)
    {
        (string Name, string? Value)[] all =
        [
            ("filter", Filter == ReturnsFilter.Open ? null : Filter.ToString()),
            ("trade", Trade),
            ("workplace", Workplace?.ToString()),
            ("supervisor", Supervisor?.ToString()),
            ("page", page > 1 ? $"{page}" : null),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? TalkReturnLinks.Returns : $"{TalkReturnLinks.Returns}?{string.Join('&', given)}";
    }

    /// <summary>The talks in view that the choices let through; not yet the filter.</summary>
    internal IQueryable<Evaluation> Chosen(AppDbContext db, CurrentUser user)
    {
        var (today, back, ahead) = (user.Today, user.Today.AddDays(-DaysBack), user.Today.AddDays(DaysAhead));
        var records = db.Apprenticeships.VisibleTo(user).Narrowed(Trade, Workplace, Supervisor, today);
        return db.Evaluations.VisibleTo(user)
            .Where(e => (e.State == EvaluationState.Planned && e.Apprenticeship.EndsOn >= today && (e.DueOn <= ahead || e.PlannedOn <= ahead))
                || e.State == EvaluationState.Held
                || (e.State == EvaluationState.Signed && e.HeldOn >= back))
            .Where(e => records.Any(a => a.Id == e.ApprenticeshipId));
    }

    internal IQueryable<Evaluation> Narrowed(IQueryable<Evaluation> talks, DateOnly today) => Filter switch
    {
        ReturnsFilter.Overdue => talks.Where(Evaluation.OverdueOn(today)),
        ReturnsFilter.NotAgreed => talks.Where(e => e.State == EvaluationState.Planned && e.PlannedOn == null),
        ReturnsFilter.NotPrepared => talks.Where(e => e.State == EvaluationState.Planned && e.PlannedOn != null).Where(IsNotOpened),
        ReturnsFilter.ToSign => talks.Where(e => e.State == EvaluationState.Held),
        ReturnsFilter.Done => talks.Where(e => e.State == EvaluationState.Signed),
        _ => talks.Where(e => e.State != EvaluationState.Signed),
    };

    /// <summary>What is overdue first, then what waits for a signature, then by day.</summary>
    internal static IOrderedQueryable<Evaluation> Sorted(IQueryable<Evaluation> talks, DateOnly today) => talks
        .OrderBy(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && e.DueOn < today && e.Apprenticeship.EndsOn >= today ? 0 : e.State == EvaluationState.Held ? 1 : e.State == EvaluationState.Planned ? 2 : 3)
        .ThenBy(e => e.HeldOn ?? e.PlannedOn ?? e.DueOn)
        .ThenBy(e => e.Apprenticeship.Person.SortName)
        .ThenBy(e => e.Id);
}
