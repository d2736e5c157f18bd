using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Standings;

/// <summary>A page of those who may fall behind, each with her forecast.</summary>
public sealed class ListStandings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="Attention">What somebody should see.</param>
    /// <param name="Forecast">When all her goals will be documented, and why.</param>
    /// <param name="WaitingDays">For how many days the oldest entry has waited.</param>
    public sealed record Row(Attention Attention, Forecast Forecast, int? WaitingDays);

    public sealed record Result(IReadOnlyList<Row> Rows, int Hits, DateOnly Today, int QuietDays, int WaitingDays);

    public async Task<Result> RunAsync(StandingsQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeStandings);

        await using var db = await database.CreateDbContextAsync(cancel);
        var hits = StandingsQuery.Narrowed(query.Chosen(db, user, progress.Value), db, query.Filter, query, user.Today, progress.Value, clock);
        var count = await hits.CountAsync(cancel);

        // First which ones, so that what only the page shows is looked up for the page alone.
        var ids = await query.Sorted(hits).Skip(page.Skip).Take(page.Take).Select(a => a.Id).ToListAsync(cancel);
        var shown = db.Apprenticeships.VisibleTo(user).Where(a => ids.Contains(a.Id));
        var rows = (await shown.SelectAttention(db, user.Today, progress.Value.MarginPercent).ToListAsync(cancel)).ToDictionary(a => a.Id);
        var forecasts = await shown.ReadForecastsAsync(user.Today, cancel);
        return new Result(
            [.. ids.Select(id => new Row(rows[id], forecasts[id], rows[id].WaitingSince is { } since ? user.Today.DayNumber - clock.DayOf(since).DayNumber : null))],
            count, user.Today, query.QuietDays(progress.Value), query.WaitingDays(progress.Value));
    }
}
