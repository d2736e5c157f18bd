using Apprentices.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>The database, chosen by configuration alone: everybody asks for <c>IDbContextFactory&lt;AppDbContext&gt;</c>.</summary>
public static class Database
{
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.Get<DatabaseSettings>();
        return settings.Provider switch
        {
            DatabaseProvider.PostgreSql => builder.Use<PostgresAppDbContext>(options => options.UseNpgsql(settings.ConnectionString).AddInterceptors(new SkipLockedInterceptor())),
            _ => builder.Use<SqliteAppDbContext>(options => options.UseSqlite(SqliteConnection(settings)).AddInterceptors(new SqlitePatience())),
        };
    }

    /// <summary>Brings the database up to date, unless the settings leave that to somebody.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<DatabaseSettings>>().Value;
        if (!settings.MigrateAtStart)
        {
            return;
        }

        Directory.CreateDirectory(settings.DataFolder);
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    private static WebApplicationBuilder Use<TContext>(this WebApplicationBuilder builder, Action<DbContextOptionsBuilder> provider)
        where TContext : AppDbContext
    {
        builder.Services.AddSingleton<DutyRulebook>();
        builder.Services.AddTransient<DutyRecount>();

        // Before the change history, which tells of what it takes back.
        builder.Services.AddSingleton<IInterceptor, StaleInvitations>();

        // Scoped, so that an interceptor may know who is asking.
        builder.Services.AddDbContextFactory<TContext>(
            (services, options) =>
            {
                provider(options);
                options.AddInterceptors(services.GetServices<IInterceptor>());
            },
            ServiceLifetime.Scoped);
        builder.Services.AddScoped<IDbContextFactory<AppDbContext>, FactoryOf<TContext>>();
        return builder;
    }

    private static string SqliteConnection(DatabaseSettings settings) => string.IsNullOrWhiteSpace(settings.ConnectionString)
        ? $"Data Source={Path.GetFullPath(Path.Combine(settings.DataFolder, "apprentices.db"))}"
        : settings.ConnectionString;

    private sealed class FactoryOf<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<AppDbContext>
        where TContext : AppDbContext
    {
        public AppDbContext CreateDbContext() => factory.CreateDbContext();

        public async Task<AppDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
