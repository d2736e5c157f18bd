using System.Data.Common;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>What a job says of its own failure: a kind, never a name or an address.</summary>
public sealed class JobFailedException(string kind) : Exception(kind);

/// <summary>
/// Runs a job in a scope of its own and leaves a row about it: when, how far it is, how much it did, and what kind of error it
/// met. A job that runs already, in whichever instance, is not begun a second time. It ends when the program does, or when an
/// administrator asks it to.
/// </summary>
public sealed partial class JobRunner(
    IServiceScopeFactory scopes, JobLeases leases, JobTelemetry telemetry, IHostApplicationLifetime program, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>A clock may strike a little early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    private enum Cause
    {
        /// <summary>Somebody wants it, whatever the clock says.</summary>
        Hand,

        /// <summary>The clock: not while it is paused, and not again what was done for the day.</summary>
        Clock,

        /// <summary>The instance that ran it is gone: not while it is paused.</summary>
        TakeOver,
    }

    /// <summary>Runs it by hand, and after it the one that follows; nothing if it runs already.</summary>
    public Task<JobRun?> RunAsync(BackgroundJob job, CancellationToken cancel = default) => RunAsync(job, Cause.Hand, cancel);

    /// <summary>The job server wakes it: nothing if it rests today, is paused, runs already, or is done for the day.</summary>
    public async Task<JobRun?> WakeAsync(BackgroundJob job, CancellationToken cancel)
    {
        await leases.NoteWokenAsync(job.Id);
        return job.RunsOn(clock.Today()) ? await RunAsync(job, Cause.Clock, cancel) : null;
    }

    /// <summary>After the program has started: what the clock would have run today while it was down, and what waits for no clock.</summary>
    public Task MakeUpAsync(CancellationToken cancel) =>
        RunAllAsync(job => job.AtStart || (job.MakesUp && (job.MayRest || DueToday(job) is not null)), cancel);

    /// <summary>What was due today and has failed until now; what somebody stopped stays so until it is due again.</summary>
    public Task TryAgainAsync(CancellationToken cancel) => RunAllAsync(job => job is { MakesUp: true, MayRest: true }, cancel);

    /// <summary>Begins anew what an instance ran that is gone.</summary>
    public async Task TakeOverAsync(CancellationToken cancel)
    {
        foreach (var id in await leases.ListAbandonedAsync(cancel))
        {
            if (BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) is { } job)
            {
                await RunAsync(job, Cause.TakeOver, cancel);
            }
        }
    }

    /// <summary>Those of them that are not done for the day.</summary>
    private async Task RunAllAsync(Func<BackgroundJob, bool> which, CancellationToken cancel)
    {
        foreach (var job in BackgroundJobs.Table.Where(which))
        {
            await RunAsync(job, Cause.Clock, cancel);
        }
    }

    private async Task<JobRun?> RunAsync(BackgroundJob job, Cause cause, CancellationToken cancel)
    {
        var run = new JobRun(job.Id, clock.Today(), clock.GetUtcNow(), JobLeases.Instance);
        if (!await leases.TakeAsync(run, evenPaused: cause == Cause.Hand || !job.MayRest))
        {
            return null;
        }

        try
        {
            // Looked up once it holds the job: else two that wake it one after the other would both run it. What must not rest believes no row that says it has run.
            if (cause == Cause.Clock && job is { MakesUp: true, MayRest: true } && !await IsMissedAsync(job, cancel))
            {
                return null;
            }

            await RunOnceAsync(job, run, cancel);
        }
        finally
        {
            await leases.ReleaseAsync(run);
        }

        if (job.Then is { } next && run.Failure is null)
        {
            await RunAsync(BackgroundJobs.Of(next), Cause.Clock, cancel);
        }

        return run;
    }

    /// <summary>When it was due today; nothing where it was not, or not yet.</summary>
    private DateTimeOffset? DueToday(BackgroundJob job)
    {
        var today = clock.Today();
        var due = JobServer.NextRun(job, clock.StartOf(today).AddSeconds(-1));
        return due is null || due > clock.GetUtcNow() + Early || clock.DayOf(due.Value) != today ? null : due;
    }

    /// <summary>Whether it was due today, and no run since then went well or was stopped by somebody.</summary>
    private async Task<bool> IsMissedAsync(BackgroundJob job, CancellationToken cancel)
    {
        if (DueToday(job) is not { } due)
        {
            return false;
        }

        var since = due.ToUniversalTime() - Early;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await DatabaseOf(scope).CreateDbContextAsync(cancel);
        return !await db.JobRuns.AnyAsync(run => run.JobId == job.Id && run.StartedAt >= since && run.EndedAt != null && (run.Failure == null || run.Failure == JobRun.Cancelled), cancel);
    }

    private async Task RunOnceAsync(BackgroundJob job, JobRun run, CancellationToken cancel)
    {
        using var asked = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel, program.ApplicationStopping, asked.Token);
        await using var scope = scopes.CreateAsyncScope();
        var progress = scope.ServiceProvider.GetRequiredService<JobProgress>();
        using var activity = JobTelemetry.Begin(run);
        await KeepAsync(scope, db => db.JobRuns.Add(run));
        CurrentAct.Begin(Guid.Empty, job.Id);

        var beating = BeatAsync(run, progress, asked, ended.Token);
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

        await ended.CancelAsync();
        failure = failure is not null && asked.IsCancellationRequested && await beating is { } reason ? reason : failure;
        var (reached, total) = progress.Now;
        run.Reach(reached, total);
        run.End(clock.GetUtcNow(), done, failure);
        telemetry.End(run, activity);
        await beating;
        await KeepAsync(scope, db => MarkEnded(db, run));
        if (!job.KeepsIdleRuns && done == 0 && failure is null)
        {
            await ForgetEarlierIdleRunsAsync(scope, run);
        }
    }

    /// <summary>While the job runs: holds it, tells how far it is, and stops it where somebody asked for that.</summary>
    /// <returns>Why it was stopped; nothing if it was not.</returns>
    private async Task<string?> BeatAsync(JobRun run, JobProgress progress, CancellationTokenSource asked, CancellationToken ended)
    {
        var heard = clock.GetUtcNow();
        using var timer = new PeriodicTimer(JobLeases.BeatEvery);
        while (await NextAsync(timer, ended))
        {
            var beat = JobBeat.GoesOn;
            try
            {
                beat = await leases.BeatAsync(run, progress.Now);
                heard = clock.GetUtcNow();
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                // The database is away for the moment; once the job is no longer ours, it is over.
                beat = clock.GetUtcNow() - heard > JobLeases.Lease ? JobBeat.Lost : JobBeat.GoesOn;
                Log.NotHeard(logger, run.JobId, failure.GetType().Name);
            }

            if (beat != JobBeat.GoesOn)
            {
                await asked.CancelAsync();
                return beat == JobBeat.Cancelled ? JobRun.Cancelled : JobRun.LeaseLost;
            }
        }

        return null;
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ended)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ended);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What an administrator asked meanwhile stays in the row.</summary>
    private static void MarkEnded(AppDbContext db, JobRun run)
    {
        var row = db.Attach(run);
        foreach (var name in new[] { nameof(JobRun.EndedAt), nameof(JobRun.Done), nameof(JobRun.Failure), nameof(JobRun.Progress), nameof(JobRun.Total) })
        {
            row.Property(name).IsModified = true;
        }
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

        [LoggerMessage(Level = LogLevel.Warning, Message = "The job {Job} could not say that it goes on: {Failure}")]
        public static partial void NotHeard(ILogger logger, string job, string failure);
    }
}
