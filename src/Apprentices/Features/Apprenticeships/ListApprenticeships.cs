using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Apprenticeships;

/// <summary>A page of the apprenticeships one may see, and how many each filter would show.</summary>
public sealed class ListApprenticeships(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    public const int PageSize = 25;

    /// <param name="Rows">The page.</param>
    /// <param name="Hits">How many apprenticeships there are on each filter, with the same text and choices.</param>
    /// <param name="MayEnter">Whether the reader may register and import.</param>
    /// <param name="MayDownload">Whether the reader may take the list away.</param>
    public sealed record Result(IReadOnlyList<Standing> Rows, Hits Hits, bool MayEnter, bool MayDownload);

    public sealed record Hits(int All, int NeedsAttention, int Overdue, int DueWithin30Days, int BehindPlan, int Interrupted, int EndsSoon, int Ended)
    {
        public static Hits None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

        public int Of(StandingFilter filter) => filter switch
        {
            StandingFilter.NeedsAttention => NeedsAttention,
            StandingFilter.Overdue => Overdue,
            StandingFilter.DueWithin30Days => DueWithin30Days,
            StandingFilter.BehindPlan => BehindPlan,
            StandingFilter.Interrupted => Interrupted,
            StandingFilter.EndsSoon => EndsSoon,
            StandingFilter.Ended => Ended,
            _ => All,
        };
    }

    public async Task<Result> RunAsync(ListQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = await query.ChosenAsync(db, user, cancel);
        var standings = chosen.SelectStanding(user.Today, progress.Value.MarginPercent);
        var rows = await query.Sorted(standings.Where(Standing.Matching(query.Filter))).Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        return new Result(
            rows, await CountAsync(standings, cancel), user.Allows(Policy.RegisterApprenticeship), user.Allows(Policy.ExportLists));
    }

    private static async Task<Hits> CountAsync(IQueryable<Standing> standings, CancellationToken cancel)
    {
        var (attention, overdue, soon, behind, away, ending, ended) = (
            Standing.NeedsAttention, Standing.HasOverdueTalk, Standing.HasTalkWithinHorizon, Standing.IsBehindPlan,
            Standing.IsAway, Standing.IsEndingSoon, Standing.HasEnded);
        return await standings
            .GroupBy(_ => 1)
            .Select(all => new Hits(
                all.Count(), all.AsQueryable().Count(attention), all.AsQueryable().Count(overdue), all.AsQueryable().Count(soon),
                all.AsQueryable().Count(behind), all.AsQueryable().Count(away), all.AsQueryable().Count(ending), all.AsQueryable().Count(ended)))
            .SingleOrDefaultAsync(cancel) ?? Hits.None;
    }
}
