using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>What a run learns when it says that it goes on.</summary>
public enum JobBeat
{
    GoesOn,

    /// <summary>An administrator has asked it to stop.</summary>
    Cancelled,

    /// <summary>It was silent too long, and another may run the job by now.</summary>
    Lost,
}

/// <summary>
/// Which run holds a job, across all instances: a row that one statement takes, for as long as <see cref="Lease"/> unless it is
/// renewed. What an instance held that was killed is free when its time is over.
/// </summary>
public sealed class JobLeases(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>So often a run renews it, says how far it is, and hears whether it should stop.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);

    /// <summary>What is held longer than this from now was not taken by a run, but written by somebody's hand: it holds nothing.</summary>
    private static readonly TimeSpan Believed = 4 * Lease;

    private static readonly IReadOnlyList<string> NeverResting = [.. BackgroundJobs.Table.Where(job => !job.MayRest).Select(job => job.Id)];

    /// <summary>This instance: its machine and process.</summary>
    public static string Instance { get; } = $"{Environment.MachineName} {Environment.ProcessId}";

    /// <summary>Begins a run if no other holds the job, and ends the row of one that is gone.</summary>
    /// <param name="run">The run that is to begin.</param>
    /// <param name="evenPaused">Whether it begins although an administrator has paused the job.</param>
    public async Task<bool> TakeAsync(JobRun run, bool evenPaused)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await OpenAsync(scope);
        await BeThereAsync(db, run.JobId);
        var (now, until, believed) = (run.StartedAt, run.StartedAt + Lease, run.StartedAt + Believed);
        var taken = await db.JobStates
            .Where(state => state.Id == run.JobId && (state.RunId == null || state.HeldUntil == null || state.HeldUntil <= now || state.HeldUntil > believed) && (evenPaused || state.PausedAt == null))
            .ExecuteUpdateAsync(state => state.SetProperty(s => s.RunId, run.Id).SetProperty(s => s.HeldUntil, until));
        if (taken == 0)
        {
            return false;
        }

        await EndAbandonedAsync(db, run.JobId, run.Id);
        return true;
    }

    /// <summary>Says that the run goes on, and how far it is.</summary>
    public async Task<JobBeat> BeatAsync(JobRun run, (int Done, int? Total) progress)
    {
        var until = clock.GetUtcNow() + Lease;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await OpenAsync(scope);
        var held = await db.JobStates.Where(state => state.Id == run.JobId && state.RunId == run.Id)
            .ExecuteUpdateAsync(state => state.SetProperty(s => s.HeldUntil, until));
        if (held == 0)
        {
            return JobBeat.Lost;
        }

        await db.JobRuns.Where(row => row.Id == run.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Progress, progress.Done).SetProperty(r => r.Total, progress.Total));
        return await db.JobRuns.AnyAsync(row => row.Id == run.Id && row.CancelAskedAt != null) ? JobBeat.Cancelled : JobBeat.GoesOn;
    }

    /// <summary>The job is free for the next run.</summary>
    public async Task ReleaseAsync(JobRun run)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await OpenAsync(scope);
        await db.JobStates.Where(state => state.Id == run.JobId && state.RunId == run.Id)
            .ExecuteUpdateAsync(state => state.SetProperty(s => s.RunId, (Guid?)null).SetProperty(s => s.HeldUntil, (DateTimeOffset?)null));
    }

    /// <summary>The job server woke the job: a sign that it lives.</summary>
    public async Task NoteWokenAsync(string jobId)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await OpenAsync(scope);
        await BeThereAsync(db, jobId);
        await db.JobStates.Where(state => state.Id == jobId).ExecuteUpdateAsync(state => state.SetProperty(s => s.WokenAt, now));
    }

    /// <summary>The jobs whose instance is gone; of those that are paused only the row of the run is ended.</summary>
    public async Task<IReadOnlyList<string>> ListAbandonedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await OpenAsync(scope);
        var abandoned = await db.JobStates.Where(state => state.RunId != null && state.HeldUntil <= now)
            .Select(state => new { state.Id, IsPaused = state.PausedAt != null && !NeverResting.Contains(state.Id) }).ToListAsync(cancel);
        foreach (var paused in abandoned.Where(state => state.IsPaused))
        {
            var freed = await db.JobStates.Where(state => state.Id == paused.Id && state.RunId != null && state.HeldUntil <= now)
                .ExecuteUpdateAsync(state => state.SetProperty(s => s.RunId, (Guid?)null).SetProperty(s => s.HeldUntil, (DateTimeOffset?)null), cancel);
            if (freed > 0)
            {
                await EndAbandonedAsync(db, paused.Id, Guid.Empty);
            }
        }

        return [.. abandoned.Where(state => !state.IsPaused).Select(state => state.Id)];
    }

    /// <summary>The row of a job, made where it is not there yet.</summary>
    public static async Task BeThereAsync(AppDbContext db, string jobId)
    {
        if (await db.JobStates.AnyAsync(state => state.Id == jobId))
        {
            return;
        }

        var state = db.Add(new JobState(jobId));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (LostRace.Caused(failure))
        {
            // Another instance was faster.
        }
        finally
        {
            state.State = EntityState.Detached;
        }
    }

    private async Task EndAbandonedAsync(AppDbContext db, string jobId, Guid runId)
    {
        var now = clock.GetUtcNow();
        await db.JobRuns.Where(run => run.JobId == jobId && run.Id != runId && run.EndedAt == null)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.EndedAt, now).SetProperty(r => r.Failure, JobRun.Abandoned));
    }

    private static Task<AppDbContext> OpenAsync(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
}
