using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Jobs;

/// <summary>The background jobs, how each last went, how far it is if it runs, and when it runs next.</summary>
public sealed class ListJobs(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<JobSettings> settings, TimeProvider clock)
{
    public sealed record Row(string Id, string Name, JobRunRow? Last, DateTimeOffset? LastGoodAt, DateTimeOffset? NextAt, Pause? Paused, bool MayRest);

    /// <summary>Since when the clock lets a job rest, and who wanted that.</summary>
    public sealed record Pause(DateTimeOffset At, string? By);

    public sealed record Result(IReadOnlyList<Row> Jobs, bool RunByThemselves);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);
        var last = await db.JobRuns
            .GroupBy(run => run.JobId)
            .Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
            .ToDictionaryAsync(run => run.JobId, cancel);
        var good = await db.JobRuns
            .Where(run => run.EndedAt != null && run.Failure == null)
            .GroupBy(run => run.JobId)
            .Select(runs => new { Id = runs.Key, At = runs.Max(run => run.StartedAt) })
            .ToDictionaryAsync(run => run.Id, run => (DateTimeOffset?)run.At, cancel);
        var resting = BackgroundJobs.Table.Where(job => job.MayRest).Select(job => job.Id).ToList();
        var paused = await db.JobStates.VisibleTo(user)
            .Where(state => state.PausedAt != null && resting.Contains(state.Id))
            .Select(state => new { state.Id, At = state.PausedAt!.Value, By = state.PausedBy == null ? null : state.PausedBy.GivenName + " " + state.PausedBy.FamilyName })
            .ToDictionaryAsync(state => state.Id, state => new Pause(state.At, state.By), cancel);

        return new Result(
            [.. BackgroundJobs.Table.Select(job => new Row(
                job.Id, job.Name(), last.TryGetValue(job.Id, out var run) ? JobRunRow.Of(run) : null, good.GetValueOrDefault(job.Id),
                settings.Value.Enabled && !paused.ContainsKey(job.Id) ? JobServer.NextRun(job, now) : null, paused.GetValueOrDefault(job.Id), job.MayRest))],
            settings.Value.Enabled);
    }
}
