using System.Data.Common;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// The job server is only the clock that wakes the jobs of <see cref="BackgroundJobs"/>; what must not be lost is in the
/// database. Which one it is, is chosen when the program is built: beside this file there is one for each.
/// </summary>
public static partial class JobServer
{
    /// <summary>So many days of rest in a row are looked past.</summary>
    private const int MostRestDays = 30;

    public static WebApplicationBuilder AddBackgroundJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobLeases>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddScoped<JobProgress>();
        if (builder.Configuration.Get<JobSettings>().Enabled)
        {
            AddClock(builder);
            builder.Services.AddHostedService<JobWatch>();
        }

        return builder;
    }

    /// <summary>When a job runs next after an instant; days on which it rests are left out.</summary>
    public static DateTimeOffset? NextRun(BackgroundJob job, DateTimeOffset after)
    {
        var next = NextTick(job.Cron, after);
        for (var rests = 0; next is { } run && rests < MostRestDays; rests++)
        {
            if (job.RunsOn(OfficeTime.Clock.DayOf(run)))
            {
                return run;
            }

            next = NextTick(job.Cron, run);
        }

        return null;
    }
}

/// <summary>Once the program has started: what was missed today. From then on: what an instance left that is gone, and what has failed today.</summary>
internal sealed partial class JobWatch(JobRunner runner, IHostApplicationLifetime program, ILogger<JobWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>So many looks lie between two tries of what has failed today: ten minutes.</summary>
    private const int LooksBetweenTries = 120;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await TryAsync(runner.MakeUpAsync, stoppingToken);
            using var timer = new PeriodicTimer(LookEvery);
            for (var look = 1; ; look++)
            {
                await TryAsync(runner.TakeOverAsync, stoppingToken);
                if (look % LooksBetweenTries == 0)
                {
                    await TryAsync(runner.TryAgainAsync, stoppingToken);
                }

                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource();
        await using var onStart = program.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
    }

    private async Task TryAsync(Func<CancellationToken, Task> look, CancellationToken stop)
    {
        try
        {
            await look(stop);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            Log.NotLooked(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs left by another instance cannot be looked for at the moment: {Failure}")]
        public static partial void NotLooked(ILogger logger, string failure);
    }
}
