using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.Deadlines;

/// <summary>Which part of what falls due a list shows.</summary>
public enum DeadlineFilter
{
    /// <summary>Overdue, or due within thirty days.</summary>
    NeedsAction,
    Overdue,
    Next30Days,

    /// <summary>Sent to the county or the training office, which has not answered.</summary>
    Sent,

    /// <summary>Its day had passed when the record was entered here.</summary>
    FromBefore,

    /// <summary>Done or waived within the last thirty days.</summary>
    Done,

    /// <summary>Everything still to be done.</summary>
    Open,
}

/// <summary>What the list of deadlines is narrowed to. It stands in the address and comes back from it.</summary>
/// <param name="Filter">The part shown.</param>
/// <param name="Kind">One kind of duty.</param>
/// <param name="Person">Who sees to it: a person's id, <see cref="Me"/>, <see cref="Anybody"/>, or nothing for what suits the reader.</param>
/// <param name="Trade">A curriculum's code.</param>
/// <param name="Workplace">A workplace.</param>
public sealed record DeadlineQuery(
    DeadlineFilter Filter = DeadlineFilter.NeedsAction, DutyKind? Kind = null, string? Person = null, string? Trade = null, Guid? Workplace = null)
{
    /// <summary>What one sees to oneself.</summary>
    public const string Me = "me";

    /// <summary>Whoever sees to it.</summary>
    public const string Anybody = "all";

    /// <summary>Whether it is narrowed by more than its filter.</summary>
    public bool HasChoices => Kind is not null || Trade is not null || Workplace is not null || Guid.TryParse(Person, out _);

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static DeadlineQuery From(string? filter, string? kind, string? person, string? trade, string? workplace) => new(
        Known<DeadlineFilter>(filter) ?? DeadlineFilter.NeedsAction,
        Known<DutyKind>(kind),
        person is Me or Anybody || Guid.TryParse(person, out _) ? person : null,
        string.IsNullOrWhiteSpace(trade) ? null : trade.Trim(),
        Guid.TryParse(workplace, out var place) ? place : null);

    /// <summary>Whose tasks it is narrowed to. Who follows up apprentices and is not in HR begins with her own.</summary>
    public Guid? PersonFor(CurrentUser user) => Person switch
    {
        Me => user.PersonId,
        Anybody => null,
        { } id => Guid.Parse(id),
        null => user.IsAny(Roles.Instructor | Roles.TrainingManager) && !user.IsPersonnel ? user.PersonId : null,
    };

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(string path, int page = 1)
    {
        (string Name, string? Value)[] all =
        [
            ("filter", Filter == DeadlineFilter.NeedsAction ? null : Filter.ToString()),
            ("kind", Kind?.ToString()),
            ("person", Person),
            ("trade", Trade),
            ("workplace", Workplace?.ToString()),
            ("page", page > 1 ? $"{page}" : null),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    /// <summary>The rows the choices let through; not yet the filter.</summary>
    internal IQueryable<DueRow> Chosen(AppDbContext db, CurrentUser user)
    {
        var rows = db.DueTo(user);
        if (Kind is { } kind)
        {
            rows = rows.Where(row => row.Kind == kind);
        }

        if (Trade is { } trade)
        {
            rows = rows.Where(row => row.CurriculumCode == trade);
        }

        if (Workplace is { } workplace)
        {
            rows = rows.Where(row => row.WorkplaceId == workplace);
        }

        return PersonFor(user) is { } person ? rows.SeenToBy(db, person, user.Today) : rows;
    }

    internal IQueryable<DueRow> Narrowed(IQueryable<DueRow> rows, DateOnly today) => Filter switch
    {
        DeadlineFilter.NeedsAction => rows.Where(DueRow.NeedsActionBy(today.AddDays(DueRow.HorizonDays))),
        DeadlineFilter.Overdue => rows.Where(DueRow.OverdueOn(today)),
        DeadlineFilter.Next30Days => rows.Where(DueRow.DueBetween(today, today.AddDays(DueRow.HorizonDays))),
        DeadlineFilter.Sent => rows.Where(DueRow.WaitsForAnswer),
        DeadlineFilter.FromBefore => rows.Where(DueRow.FromBefore),
        DeadlineFilter.Done => rows.Where(DueRow.SettledSince(today.AddDays(-DueRow.DoneDays))),
        _ => rows.Where(DueRow.IsOpen),
    };

    internal IQueryable<DueRow> Sorted(IQueryable<DueRow> rows, DateOnly today) => Filter == DeadlineFilter.Done
        ? rows.OrderByDescending(row => row.DoneOn).ThenBy(row => row.SortName).ThenBy(row => row.Id)
        : rows.MostUrgentFirst(today);

    private static T? Known<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
}
