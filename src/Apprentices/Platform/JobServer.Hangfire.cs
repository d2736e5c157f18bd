using Cronos;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage;

namespace Apprentices.Platform;

/// <content>
/// Hangfire, with <c>-p:JobServer=Hangfire</c>. On PostgreSQL it keeps the schedule there, in a schema of its own, so that of
/// several instances one wakes each job; on SQLite, which has one instance, in memory. Its dashboard is for administrators.
/// </content>
public static partial class JobServer
{
    public const string Dashboard = "/hangfire";

    private const string Schema = "hangfire";

    public static WebApplication MapJobServer(this WebApplication app)
    {
        if (app.Configuration.Get<JobSettings>().Enabled)
        {
            app.MapHangfireDashboard(Dashboard, new DashboardOptions
            {
                // In place of the default, which lets in whoever comes through a proxy of this machine.
                Authorization = [],
                AsyncAuthorization = [new ForAdministrators()],
                AppPath = Features.Jobs.JobLinks.Jobs,
                DisplayStorageConnectionString = false,
            });
        }

        return app;
    }

    private static void AddClock(WebApplicationBuilder builder)
    {
        var database = builder.Configuration.Get<DatabaseSettings>();

        // Both of this host, not Hangfire's one of the process: several hosts live in one process while the tests run.
        builder.Services.AddSingleton(_ => StorageFor(database));
        builder.Services.AddSingleton<JobActivator>(services => new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddHangfire((_, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        builder.Services.AddHostedService<Schedule>();
        builder.Services.AddHangfireServer(options => options.WorkerCount = BackgroundJobs.Table.Count);
    }

    private static JobStorage StorageFor(DatabaseSettings database)
    {
        if (database.Provider != Data.DatabaseProvider.PostgreSql)
        {
            return new InMemoryStorage();
        }

        var options = new PostgreSqlStorageOptions { SchemaName = Schema, PrepareSchemaIfNecessary = database.MigrateAtStart };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(database.ConnectionString!, options), options);
    }

    private static DateTimeOffset? NextTick(string cron, DateTimeOffset after) =>
        CronExpression.Parse(cron, CronFormat.IncludeSeconds).GetNextOccurrence(after, OfficeTime.Zone);

    /// <summary>Wakes one job of the table. It is not tried again: a run that failed says so, and the next one tries.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class WakeJob(JobRunner runner)
    {
        public async Task RunAsync(string id, CancellationToken cancel)
        {
            if (BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) is { } job)
            {
                await runner.WakeAsync(job, cancel);
            }
        }
    }

    /// <summary>Before Hangfire's server starts: the table as it is now, and nothing of an earlier release.</summary>
    private sealed class Schedule(IRecurringJobManager jobs, JobStorage storage) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            using var connection = storage.GetConnection();
            foreach (var old in connection.GetRecurringJobs().Where(old => BackgroundJobs.Table.All(job => job.Id != old.Id)))
            {
                jobs.RemoveIfExists(old.Id);
            }

            foreach (var job in BackgroundJobs.Table)
            {
                jobs.AddOrUpdate<WakeJob>(job.Id, wake => wake.RunAsync(job.Id, CancellationToken.None), job.Cron, new RecurringJobOptions
                {
                    TimeZone = OfficeTime.Zone,
                    MisfireHandling = MisfireHandlingMode.Relaxed,
                });
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>By the roles she has now, as everywhere; a dashboard can run jobs.</summary>
    private sealed class ForAdministrators : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context) =>
            await context.GetHttpContext().RequestServices.GetRequiredService<CurrentUserAccessor>().TryGetAsync() is { } user && user.Allows(Policy.ManageJobs);
    }
}
