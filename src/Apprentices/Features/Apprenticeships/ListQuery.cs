using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What a list of apprenticeships is narrowed to and sorted by. It stands in the address and comes back from it.</summary>
public sealed record ListQuery(
    StandingFilter Filter = StandingFilter.All, string? Text = null, string? Trade = null, Guid? Workplace = null,
    Guid? Supervisor = null, string? Sort = null)
{
    /// <summary>The sort a list has unless the address says another: what is due first.</summary>
    public const string DueFirst = "due";

    public string Order => string.IsNullOrWhiteSpace(Sort) ? DueFirst : Sort;

    public bool HasMore => Trade is not null || Workplace is not null || Supervisor is not null;

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static ListQuery From(
        string? filter, string? text, string? trade, string? workplace, string? supervisor, string? sort, StandingFilter otherwise = default) => new(
        Enum.TryParse<StandingFilter>(filter, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : otherwise,
        Given(text),
        Given(trade),
        Guid.TryParse(workplace, out var place) ? place : null,
        Guid.TryParse(supervisor, out var person) ? person : null,
        Given(sort));

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(string path, int page = 1, StandingFilter otherwise = default)
    {
        List<string> parts = [];
        Add("filter", Filter == otherwise ? null : Filter.ToString());
        Add("q", Text);
        Add("trade", Trade);
        Add("workplace", Workplace?.ToString());
        Add("supervisor", Supervisor?.ToString());
        Add("sort", Sort == DueFirst ? null : Sort);
        Add("page", page > 1 ? $"{page}" : null);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>The apprenticeships the user may see that the text and the choices let through; not yet the filter.</summary>
    internal async Task<IQueryable<Apprenticeship>> ChosenAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var rows = db.Apprenticeships.VisibleTo(user).Narrowed(Trade, Workplace, Supervisor, user.Today);
        return Text is { } text ? await FoundAsync(rows, text, db, cancel) : rows;
    }

    /// <summary>Each word must be found in the name, the address, the workplace, the trade or the contract's number.</summary>
    internal static async Task<IQueryable<Apprenticeship>> FoundAsync(
        IQueryable<Apprenticeship> rows, string text, AppDbContext db, CancellationToken cancel)
    {
        var trades = await db.Curricula.Select(c => new { c.Code, c.Trade }).ToListAsync(cancel);
        foreach (var word in SortKey.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var codes = trades
                .Where(c => SortKey.Plain($"{c.Code} {c.Trade.Nb} {c.Trade.Nn} {c.Trade.En}").Contains(word, StringComparison.Ordinal))
                .Select(c => c.Code).ToList();
            var number = word.ToUpperInvariant();
            rows = rows.Where(a => a.Person.SearchText.Contains(word) || a.Workplace.SearchText.Contains(word)
                || codes.Contains(a.CurriculumCode) || (a.VigoNumber != null && (a.VigoNumber.Contains(word) || a.VigoNumber.Contains(number))));
        }

        return rows;
    }

    internal IOrderedQueryable<Standing> Sorted(IQueryable<Standing> rows)
    {
        var page = new Page(0, 0, Order);
        var sorted = (page.Column, page.Descending) switch
        {
            ("name", false) => rows.OrderBy(s => s.SortName),
            ("name", true) => rows.OrderByDescending(s => s.SortName),
            ("workplace", false) => rows.OrderBy(s => s.Workplace),
            ("workplace", true) => rows.OrderByDescending(s => s.Workplace),
            ("halfyear", false) => rows.OrderBy(s => s.HalfYear),
            ("halfyear", true) => rows.OrderByDescending(s => s.HalfYear),
            ("progress", false) => rows.OrderBy(s => s.Total == 0 ? 0 : s.Documented * 1000 / s.Total),
            ("progress", true) => rows.OrderByDescending(s => s.Total == 0 ? 0 : s.Documented * 1000 / s.Total),
            (_, true) => rows.OrderBy(s => s.NextDueOn == null).ThenByDescending(s => s.NextDueOn),
            _ => rows.OrderBy(s => s.NextDueOn == null).ThenBy(s => s.NextDueOn),
        };
        return sorted.ThenBy(s => s.SortName).ThenBy(s => s.Id);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
