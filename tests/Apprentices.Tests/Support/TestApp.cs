using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>
/// The whole program with a database of its own, a clock that stands still and no job that starts by itself.
/// <code>await using var app = await TestApp.StartAsync();</code>
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("apprentices-data-");
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? register;

    private readonly bool isGuest;

    private TestApp(TestDatabase database, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? register, bool isGuest = false)
    {
        (this.database, this.settings, this.register, this.isGuest) = (database, settings, register, isGuest);
        Given = new Given(this);
    }

    public TestClock Clock { get; } = new();

    /// <summary>What the tests take for granted: people, contracts, talks, each with defaults.</summary>
    public Given Given { get; }

    public SqlCounter Sql { get; } = new();

    /// <param name="settings">Settings beside the tests' own, by their full names: <c>["Mail:Host"] = "localhost"</c>.</param>
    /// <param name="register">Adds what a test brings along, such as an endpoint of the API.</param>
    public static async Task<TestApp> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? register = null) =>
        new(await TestDatabase.CreateAsync(), settings ?? new Dictionary<string, string?>(), register);

    /// <summary>Another instance of the program on the same database; to be ended before this one.</summary>
    public TestApp Beside() => new(database, settings, register, isGuest: true);

    /// <summary>
    /// Uses the program as somebody: <c>await app.As(mari).RunAsync((ListDueEvaluations use) => use.RunAsync(30))</c>.
    /// </summary>
    public Acting As(Person person) => new(Services, user => user.ActAs(person.Id));

    /// <summary>Uses the program as a job or a command does.</summary>
    public Acting AsConsole() => new(Services, user => user.ActAsConsole());

    /// <summary>Uses the program with nobody there.</summary>
    public Acting AsNobody() => new(Services, _ => { });

    /// <summary>A client that is signed in as somebody, or as nobody. It follows no redirect, so that a test sees where it would go.</summary>
    public HttpClient ClientOf(Person? person)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = false,
            BaseAddress = ClientOptions.BaseAddress,
        });
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={SessionCookie.Of(Services, person)}");
        }

        return client;
    }

    /// <summary>A client that shows an access token, or whatever it was given for one; without one it shows nothing.</summary>
    public HttpClient ApiClient(string? secret)
    {
        var client = ClientOf(null);
        client.DefaultRequestHeaders.Authorization = secret is null ? null : new("Bearer", secret);
        return client;
    }

    /// <summary>Listens on a port of its own, for a browser. Call it before anything else is asked of the program.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> DbAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>Changes the database behind the program's back, and saves.</summary>
    public Task ChangeAsync(Func<AppDbContext, Task> change) => DbAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (isGuest ? ValueTask.CompletedTask : database.DisposeAsync());
        data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("Database:Provider", database.Provider.ToString());
        builder.UseSetting("Database:ConnectionString", database.ConnectionString);
        builder.UseSetting("Database:DataFolder", data.FullName);
        builder.UseSetting("Database:MigrateAtStart", "false");
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("DetailedErrors", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IInterceptor>(Sql);
            register?.Invoke(services);
        });
    }
}

/// <summary>Somebody using the program; each use case gets a scope of its own, as a circuit or a request would give it.</summary>
public sealed class Acting(IServiceProvider services, Action<CurrentUserAccessor> become)
{
    public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>());
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task RunAsync<TUseCase>(Func<TUseCase, Task> use) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>());
        await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
