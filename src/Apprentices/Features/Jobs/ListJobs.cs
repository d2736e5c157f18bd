using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Jobs;

/// <summary>The background jobs, how each last went and when it runs next.</summary>
public sealed class ListJobs(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<JobSettings> settings, TimeProvider clock)
{
    public sealed record Row(
        string Id, string Name, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int Done, string? Failure, DateTimeOffset? LastGoodAt, DateTimeOffset? NextAt)
    {
        public TimeSpan? Took => EndedAt - StartedAt;

        /// <summary>It runs still, or the program was killed while it did.</summary>
        public bool IsOpen => StartedAt is not null && EndedAt is null;
    }

    public sealed record Result(IReadOnlyList<Row> Jobs, bool RunByThemselves);

    private sealed record LastRun(string JobId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Done, string? Failure);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);
        var last = await db.JobRuns
            .GroupBy(run => run.JobId)
            .Select(runs => runs.OrderByDescending(run => run.StartedAt)
                .Select(run => new LastRun(run.JobId, run.StartedAt, run.EndedAt, run.Done, run.Failure)).First())
            .ToDictionaryAsync(run => run.JobId, cancel);
        var good = await db.JobRuns
            .Where(run => run.EndedAt != null && run.Failure == null)
            .GroupBy(run => run.JobId)
            .Select(runs => new { Id = runs.Key, At = runs.Max(run => run.StartedAt) })
            .ToDictionaryAsync(run => run.Id, run => (DateTimeOffset?)run.At, cancel);

        return new Result(
            [.. BackgroundJobs.Table.Select(job => RowOf(job, last.GetValueOrDefault(job.Id), good.GetValueOrDefault(job.Id), now))],
            settings.Value.Enabled);
    }

    private Row RowOf(BackgroundJob job, LastRun? run, DateTimeOffset? lastGoodAt, DateTimeOffset now) => new(
        job.Id, job.Name(), run?.StartedAt, run?.EndedAt, run?.Done ?? 0, run?.Failure, lastGoodAt,
        settings.Value.Enabled ? JobServer.NextRun(job, now) : null);
}
