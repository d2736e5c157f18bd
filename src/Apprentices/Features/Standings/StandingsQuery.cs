using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Standings;

/// <summary>What somebody is on the list for.</summary>
public enum AttentionFilter
{
    /// <summary>Fewer goals documented than expected, by more than the margin.</summary>
    Behind,

    /// <summary>No entry in the log for some days.</summary>
    Quiet,

    /// <summary>An entry has waited some days to be approved.</summary>
    Waiting,
}

/// <summary>What the list of those behind is narrowed to and sorted by. It stands in the address and comes back from it.</summary>
/// <param name="Filter">What they are on it for.</param>
/// <param name="Trade">A curriculum's code.</param>
/// <param name="Workplace">A workplace.</param>
/// <param name="Supervisor">Who follows them up.</param>
/// <param name="Days">Since how many days; what the house has set unless it is given.</param>
/// <param name="Sort">A column, with a minus for the other way round; by what the filter is about unless it is given.</param>
public sealed record StandingsQuery(
    AttentionFilter Filter = AttentionFilter.Behind, string? Trade = null, Guid? Workplace = null, Guid? Supervisor = null, int? Days = null, string? Sort = null)
{
    /// <summary>The most days somebody may ask for.</summary>
    public const int MostDays = 365;

    /// <summary>Furthest behind first, quiet for the longest first, or waiting for the longest first.</summary>
    public string Order => Sort ?? Filter switch
    {
        AttentionFilter.Quiet => "-silent",
        AttentionFilter.Waiting => "-waiting",
        _ => "-behind",
    };

    public bool HasMore => Trade is not null || Workplace is not null || Supervisor is not null || Days is not null;

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static StandingsQuery From(string? filter, string? trade, string? workplace, string? supervisor, string? days, string? sort) => new(
        Enum.TryParse<AttentionFilter>(filter, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : default,
        string.IsNullOrWhiteSpace(trade) ? null : trade.Trim(),
        Guid.TryParse(workplace, out var place) ? place : null,
        Guid.TryParse(supervisor, out var person) ? person : null,
        int.TryParse(days, out var number) && number is >= 1 and <= MostDays ? number : null,
        string.IsNullOrWhiteSpace(sort) ? null : sort.Trim());

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(string path, int page = 1)
    {
        (string Name, string? Value)[] all =
        [
            ("filter", Filter == default ? null : Filter.ToString()),
            ("trade", Trade),
            ("workplace", Workplace?.ToString()),
            ("supervisor", Supervisor?.ToString()),
            ("days", Days?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("sort", Sort),
            ("page", page > 1 ? $"{page}" : null),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    public int QuietDays(ProgressSettings settings) => Days ?? settings.QuietDays;

    public int WaitingDays(ProgressSettings settings) => Days ?? settings.WaitingDays;

    /// <summary>Those in training today that the user may see and the choices let through; not yet the filter. Any use of it may page or stream it.</summary>
    internal IQueryable<Attention> Chosen(AppDbContext db, CurrentUser user, ProgressSettings settings) => db.Apprenticeships
        .VisibleTo(user)
        .Where(Apprenticeship.ActiveOn(user.Today))
        .Narrowed(Trade, Workplace, Supervisor, user.Today)
        .SelectAttention(db, user.Today, settings.MarginPercent);

    internal static IQueryable<Attention> Narrowed(
        IQueryable<Attention> rows, AppDbContext db, AttentionFilter filter, StandingsQuery query, DateOnly today, ProgressSettings settings, TimeProvider clock) => filter switch
        {
            AttentionFilter.Quiet => rows.Where(Attention.IsSilentFor(query.QuietDays(settings))),
            AttentionFilter.Waiting => rows.WaitingSinceBefore(db, clock.StartOf(today.AddDays(1 - query.WaitingDays(settings)))),
            _ => rows.Where(Attention.IsBehindPlan),
        };

    internal IOrderedQueryable<Attention> Sorted(IQueryable<Attention> rows)
    {
        var page = new Page(0, 0, Order);
        var sorted = (page.Column, page.Descending) switch
        {
            ("name", false) => rows.OrderBy(a => a.SortName),
            ("name", true) => rows.OrderByDescending(a => a.SortName),
            ("workplace", false) => rows.OrderBy(a => a.Workplace),
            ("workplace", true) => rows.OrderByDescending(a => a.Workplace),
            ("silent", false) => rows.OrderByDescending(a => a.SilentSince),
            ("silent", true) => rows.OrderBy(a => a.SilentSince),
            ("waiting", false) => rows.OrderBy(a => a.WaitingSince == null).ThenByDescending(a => a.WaitingSince),
            ("waiting", true) => rows.OrderBy(a => a.WaitingSince == null).ThenBy(a => a.WaitingSince),
            (_, false) => rows.OrderBy(a => a.Total == 0 ? 0 : (a.Expected - a.Documented) * 1000 / a.Total),
            _ => rows.OrderByDescending(a => a.Total == 0 ? 0 : (a.Expected - a.Documented) * 1000 / a.Total),
        };
        return sorted.ThenBy(a => a.SortName).ThenBy(a => a.Id);
    }
}
