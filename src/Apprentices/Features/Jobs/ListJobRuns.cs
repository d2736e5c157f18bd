using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>The runs of one job, newest first, a page at a time.</summary>
public sealed class ListJobRuns(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Name">The job's.</param>
    /// <param name="Rows">The runs on this page.</param>
    /// <param name="Total">How many runs there are.</param>
    /// <param name="Failed">How many of them failed.</param>
    public sealed record Result(string Name, IReadOnlyList<JobRunRow> Rows, int Total, int Failed);

    public async Task<Result> RunAsync(string id, int? page = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var job = BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) ?? throw new NotThereException();
        var at = Page.Number(page, PageSize, sort: null);

        await using var db = await database.CreateDbContextAsync(cancel);
        var runs = db.JobRuns.Where(run => run.JobId == id);
        var rows = await runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Skip(at.Skip).Take(at.Take).ToListAsync(cancel);
        return new Result(job.Name(), [.. rows.Select(JobRunRow.Of)], await runs.CountAsync(cancel), await runs.CountAsync(run => run.Failure != null, cancel));
    }
}
