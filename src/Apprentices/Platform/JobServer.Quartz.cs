using Npgsql;
using Quartz;

namespace Apprentices.Platform;

/// <content>
/// Quartz. On PostgreSQL it keeps the schedule there, in tables of its own, so that of several instances one wakes each job; on
/// SQLite, which has one instance, in memory.
/// </content>
public static partial class JobServer
{
    private const string JobKey = "job";

    /// <summary>All instances on one database are one scheduler.</summary>
    private const string Cluster = "apprentices";

    /// <summary>Whose tables they are is seen by their names.</summary>
    internal const string TablePrefix = "qrtz_";

    /// <summary>Nothing but the clock: no pages of its own.</summary>
    public static WebApplication MapJobServer(this WebApplication app) => app;

    private static void AddClock(WebApplicationBuilder builder)
    {
        var database = builder.Configuration.Get<DatabaseSettings>();
        var isShared = database.Provider == Data.DatabaseProvider.PostgreSql;

        // In memory a name of its own for each host: several live in one process while the tests run.
        var name = isShared ? Cluster : $"jobs-{Guid.CreateVersion7():N}";
        builder.Services.AddQuartz(name, quartz =>
        {
            if (isShared)
            {
                quartz.UsePersistentStore(store => Share(store, database));
            }

            foreach (var job in BackgroundJobs.Table)
            {
                quartz.AddJob<WakeJob>(wake => wake.WithIdentity(job.Id).UsingJobData(JobKey, job.Id).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(job.Id).WithIdentity(job.Id)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(OfficeTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        builder.Services.AddQuartzHostedService(name, options => options.WaitForJobsToComplete = true);
    }

    private static void Share(IPersistentStoreBuilder store, DatabaseSettings database)
    {
        store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString!);
        store.UseClustering();
        store.ConfigureStore(options => options.TablePrefix = TablePrefix);
        if (database.MigrateAtStart)
        {
            store.ProvisionSchema();
        }
    }

    private static DateTimeOffset? NextTick(string cron, DateTimeOffset after) => new CronExpression(cron, OfficeTime.Zone).GetNextValidTimeAfter(after);

    /// <summary>Wakes one job of the table.</summary>
    [DisallowConcurrentExecution]
    private sealed class WakeJob(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var id = context.MergedJobDataMap.GetString(JobKey);
            if (BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) is { } job)
            {
                await runner.WakeAsync(job, cancellationToken);
                return;
            }

            // Kept from an earlier release of the program.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
        }
    }
}
