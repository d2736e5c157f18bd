using Apprentices.Domain;
using Microsoft.Extensions.Options;
using Quartz;

namespace Apprentices.Platform;

/// <summary>
/// The one file that knows the job server, which is only the clock that wakes the jobs of <see cref="BackgroundJobs"/>. It
/// keeps its schedule in memory: what must not be lost is in the database.
/// </summary>
public static class JobServer
{
    /// <summary>So many days of rest in a row are looked past.</summary>
    private const int MostRestDays = 30;

    private const string JobKey = "job";

    public static WebApplicationBuilder AddBackgroundJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobRunner>();
        if (!builder.Configuration.Get<JobSettings>().Enabled)
        {
            return builder;
        }

        // A name of its own for each host: several live in one process while the tests run.
        var name = $"jobs-{Guid.CreateVersion7():N}";
        builder.Services.AddQuartz(name, quartz =>
        {
            foreach (var job in BackgroundJobs.Table)
            {
                quartz.AddJob<WakeJob>(wake => wake.WithIdentity(job.Id).UsingJobData(JobKey, job.Id));
                quartz.AddTrigger(trigger => trigger.ForJob(job.Id).WithIdentity(job.Id)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(OfficeTime.Zone)));
            }
        });
        builder.Services.AddQuartzHostedService(name, options => options.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<MakeUp>();
        return builder;
    }

    /// <summary>When a job runs next after an instant; days on which it rests are left out.</summary>
    public static DateTimeOffset? NextRun(BackgroundJob job, DateTimeOffset after)
    {
        var cron = new CronExpression(job.Cron, OfficeTime.Zone);
        var next = cron.GetNextValidTimeAfter(after);
        for (var rests = 0; next is { } run && rests < MostRestDays; rests++)
        {
            if (job.RunsOn(OfficeTime.Clock.DayOf(run)))
            {
                return run;
            }

            next = cron.GetNextValidTimeAfter(run);
        }

        return null;
    }

    /// <summary>Wakes one job of the table.</summary>
    [DisallowConcurrentExecution]
    private sealed class WakeJob(JobRunner runner, TimeProvider clock) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var job = BackgroundJobs.Of(context.MergedJobDataMap.GetString(JobKey)!);
            if (job.RunsOn(clock.Today()))
            {
                await runner.RunAsync(job, cancellationToken);
            }
        }
    }

    /// <summary>Once, after the program has started: what was missed today.</summary>
    private sealed class MakeUp(JobRunner runner, IHostApplicationLifetime program) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource();
            await using var onStart = program.ApplicationStarted.Register(() => started.TrySetResult());
            await using var onStop = stoppingToken.Register(() => started.TrySetResult());
            await started.Task;
            if (!stoppingToken.IsCancellationRequested)
            {
                await runner.MakeUpAsync(stoppingToken);
            }
        }
    }
}
