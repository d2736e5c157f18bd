using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>Whether the database answers, and is ours: a file of SQLite's that is gone is made anew, empty, by whoever opens it.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<AppDbContext> database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        await db.JobStates.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Whether the job server still wakes jobs, in whichever instance.</summary>
internal sealed class JobServerCheck(
    IDbContextFactory<AppDbContext> database, IOptions<JobSettings> jobs, IOptions<HealthSettings> settings, ProgramStart start, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = clock.GetUtcNow().AddMinutes(-settings.Value.SilentMinutes);
        if (!jobs.Value.Enabled || start.At > since)
        {
            return HealthCheckResult.Healthy();
        }

        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.JobStates.AnyAsync(state => state.WokenAt >= since, cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
    }
}

/// <summary>Whether mail goes out: nothing has waited for long since it could have been sent.</summary>
internal sealed class OutboxCheck(
    IDbContextFactory<AppDbContext> database, IMailer mailer, IOptions<HealthSettings> settings, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!mailer.IsOn)
        {
            return HealthCheckResult.Healthy();
        }

        var now = clock.GetUtcNow();
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var waiting = await MailWaiting.ReadAsync(db, now, cancellationToken);
        return waiting.OldestDueAt < now.AddMinutes(-settings.Value.StuckMinutes) ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
    }
}

/// <summary>Whether the mail server took mail when it was last asked to.</summary>
internal sealed class MailServerCheck(IDbContextFactory<AppDbContext> database, IMailer mailer) : IHealthCheck
{
    /// <summary>What ended a run says nothing of the mail server.</summary>
    private static readonly string[] NotOfTheServer = [JobRun.Cancelled, JobRun.Abandoned, JobRun.LeaseLost, nameof(OperationCanceledException)];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!mailer.IsOn)
        {
            return HealthCheckResult.Healthy();
        }

        var senders = BackgroundJobs.Table.Where(job => job.SendsMail).Select(job => job.Id).ToList();
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var failed = await db.JobRuns
            .Where(run => senders.Contains(run.JobId) && run.EndedAt != null)
            .Where(run => run.Failure == null ? run.Done > 0 : !NotOfTheServer.Contains(run.Failure))
            .OrderByDescending(run => run.StartedAt)
            .Select(run => run.Failure != null)
            .FirstOrDefaultAsync(cancellationToken);
        return failed ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
    }
}

/// <summary>When the program was started, by the clock it goes by.</summary>
internal sealed class ProgramStart(TimeProvider clock) : IHostedService
{
    public DateTimeOffset At { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        At = clock.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
