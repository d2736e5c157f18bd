using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Features.Jobs;
using Apprentices.Features.Samples;
using Apprentices.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Benchmarks;

/// <summary>
/// The program's own use cases on a SQLite database of its own, filled with as many apprenticeships as the environment's
/// APPRENTICESHIPS says (10,000 unless it does), asked by one of HR.
/// </summary>
internal sealed class SeededProgram
{
    private static readonly Lazy<Task<SeededProgram>> Only = new(StartAsync);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-benchmark-");
    private readonly WebApplication app;
    private Guid hr;
    private long written;

    private SeededProgram()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Database:DataFolder"] = folder.FullName;
        builder.Configuration["Demo:Enabled"] = "true";
        builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        builder.AddSettings();
        builder.AddDatabase();
        builder.AddUseCases();
        builder.AddSignIn();
        builder.AddSensitiveKeys().AddTraces();
        builder.Services.AddSingleton(OfficeTime.Clock);
        builder.Services.AddScoped<CurrentUserAccessor>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        app = builder.Build();
    }

    public static int Apprenticeships { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("APPRENTICESHIPS"), out var number) ? number : 10_000;

    private static int LogEntries { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LOG_ENTRIES"), out var number) ? number : 1_000_000;

    /// <summary>The one of this run; filled when it is first asked for.</summary>
    public static Task<SeededProgram> GetAsync() => Only.Value;

    public static async Task StopAsync()
    {
        if (!Only.IsValueCreated)
        {
            return;
        }

        var program = await Only.Value;
        await program.app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        program.folder.Delete(recursive: true);
    }

    private static async Task<SeededProgram> StartAsync()
    {
        var program = new SeededProgram();
        await program.app.Services.PrepareDatabaseAsync();
        await using var scope = program.app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedDatabase>().RunAsync(Apprenticeships);
        await scope.ServiceProvider.GetRequiredService<RefreshStatistics>().RunAsync();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        program.hr = await db.People.Where(person => person.Roles == Roles.Hr).Select(person => person.Id).FirstAsync();
        return program;
    }

    public DateOnly Today => OfficeTime.Clock.Today();

    /// <summary>Writes as many log entries as are asked for, once, and says how many there are.</summary>
    public async Task<long> LogEntriesAsync()
    {
        if (written == 0)
        {
            await using var connection = await ConnectAsync();
            written = await ManyLogEntries.WriteAsync(connection, Today, LogEntries);
        }

        return written;
    }

    /// <summary>A connection without Entity Framework, for the floor.</summary>
    public async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "apprentices.db")}");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Asks as HR, in a scope of its own, as a circuit would.</summary>
    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>().ActAs(hr);
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
