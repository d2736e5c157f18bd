using System.Collections.Concurrent;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>What a job says of its own failure: a kind, never a name or an address.</summary>
public sealed class JobFailedException(string kind) : Exception(kind);

/// <summary>
/// Runs a job in a scope of its own and leaves a row about it: when, how much it did, and what kind of error it met. A job
/// that runs already is not begun a second time. It ends when the program does.
/// </summary>
public sealed partial class JobRunner(
    IServiceScopeFactory scopes, IHostApplicationLifetime program, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> doors = new(StringComparer.Ordinal);

    /// <summary>Runs it, and after it the one that follows; nothing if it runs already.</summary>
    public async Task<JobRun?> RunAsync(BackgroundJob job, CancellationToken cancel = default)
    {
        var door = doors.GetOrAdd(job.Id, _ => new SemaphoreSlim(1, 1));
        if (!await door.WaitAsync(TimeSpan.Zero, cancel))
        {
            return null;
        }

        JobRun run;
        try
        {
            run = await RunOnceAsync(job, cancel);
        }
        finally
        {
            door.Release();
        }

        if (job.Then is { } next && run.Failure is null)
        {
            await RunAsync(BackgroundJobs.Of(next), cancel);
        }

        return run;
    }

    /// <summary>After the program has started: what the clock would have run today while it was down, and what waits for no clock.</summary>
    public async Task MakeUpAsync(CancellationToken cancel)
    {
        foreach (var job in BackgroundJobs.Table)
        {
            if (job.AtStart || (job.MakesUp && await IsMissedAsync(job, cancel)))
            {
                await RunAsync(job, cancel);
            }
        }
    }

    private async Task<bool> IsMissedAsync(BackgroundJob job, CancellationToken cancel)
    {
        var today = clock.Today();
        var due = JobServer.NextRun(job, clock.StartOf(today).AddSeconds(-1));
        if (due is null || due > clock.GetUtcNow() || clock.DayOf(due.Value) != today)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = await DatabaseOf(scope).CreateDbContextAsync(cancel);
        return !await db.JobRuns.AnyAsync(run => run.JobId == job.Id && run.DayOn == today && run.EndedAt != null && run.Failure == null, cancel);
    }

    private async Task<JobRun> RunOnceAsync(BackgroundJob job, CancellationToken cancel)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel, program.ApplicationStopping);
        await using var scope = scopes.CreateAsyncScope();
        var run = new JobRun(job.Id, clock.Today(), clock.GetUtcNow());
        await KeepAsync(scope, db => db.JobRuns.Add(run));

        var (done, failure) = (0, (string?)null);
        try
        {
            done = await job.RunAsync(scope.ServiceProvider, until.Token);
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
            failure = nameof(OperationCanceledException);
        }
#pragma warning disable CA1031 // Whatever it meets, the row says so and the next run tries again.
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            failure = wrong is JobFailedException ? wrong.Message : wrong.GetBaseException().GetType().Name;
            Log.Failed(logger, job.Id, failure, wrong is JobFailedException ? null : wrong);
        }

        run.End(clock.GetUtcNow(), done, failure);
        await KeepAsync(scope, db => db.JobRuns.Update(run));
        if (!job.KeepsIdleRuns && done == 0 && failure is null)
        {
            await ForgetEarlierIdleRunsAsync(scope, run);
        }

        return run;
    }

    private static async Task KeepAsync(AsyncServiceScope scope, Action<AppDbContext> change)
    {
        // Not to be cancelled: the row is the last thing a stopping program writes.
        await using var db = await DatabaseOf(scope).CreateDbContextAsync(CancellationToken.None);
        change(db);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task ForgetEarlierIdleRunsAsync(AsyncServiceScope scope, JobRun run)
    {
        await using var db = await DatabaseOf(scope).CreateDbContextAsync(CancellationToken.None);
        await db.JobRuns
            .Where(r => r.JobId == run.JobId && r.Id != run.Id && r.Done == 0 && r.Failure == null && r.EndedAt != null)
            .ExecuteDeleteAsync(CancellationToken.None);
    }

    private static IDbContextFactory<AppDbContext> DatabaseOf(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed: {Failure}")]
        public static partial void Failed(ILogger logger, string job, string failure, Exception? wrong);
    }
}
