using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>
/// The whole program with a fresh database, a clock that stands still and no job that starts by itself.
/// <code>await using var app = await TestApp.StartAsync();</code>
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private const int ManyRows = 500;

    private readonly TestHost host;

    private TestApp(TestHost host) => (this.host, Given) = (host, new Given(this));

    public TestClock Clock => host.Clock;

    /// <summary>What the tests take for granted: people, contracts, talks, each with defaults.</summary>
    public Given Given { get; }

    public SqlCounter Sql => host.Sql;

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Settings beside the tests' own, by their full names: <c>["Mail:Host"] = "localhost"</c>.</param>
    /// <param name="register">Adds what a test brings along, such as an endpoint of the API.</param>
    /// <param name="ofItsOwn">No test has used this program before, and none will after; so it is with something registered, too.</param>
    public static async Task<TestApp> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? register = null, bool ofItsOwn = false) =>
        new(await TestHost.TakeAsync(settings ?? new Dictionary<string, string?>(), register, ofItsOwn));

    /// <summary>Another instance of the program on the same database; to be ended before this one.</summary>
    /// <param name="other">Settings that are other ones there.</param>
    public TestApp Beside(IReadOnlyDictionary<string, string?>? other = null) => new(host.Beside(other ?? new Dictionary<string, string?>()));

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
        var client = Browser(handleCookies: false);
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

    /// <summary>A client that is nobody, keeps its cookies and follows no redirect.</summary>
    /// <param name="handleCookies">Whether it keeps cookies.</param>
    /// <param name="at">Another address than the program's own, such as one with https.</param>
    public HttpClient Browser(bool handleCookies = true, Uri? at = null) =>
        host.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = handleCookies,
            BaseAddress = at ?? host.ClientOptions.BaseAddress,
        });

    /// <summary>Listens on a port of its own, for a browser: only a program of its own can. Call it before anything else is asked of it.</summary>
    public Uri Listen() => host.Listen();

    /// <summary>Looks into the database.</summary>
    public async Task<T> DbAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>Changes the database behind the program's back, and saves; many rows are counted, as the program does after an import.</summary>
    public Task ChangeAsync(Func<AppDbContext, Task> change) => DbAsync(async db =>
    {
        await change(db);
        var saved = await db.SaveChangesAsync();
        if (saved >= ManyRows)
        {
            await TableStatistics.CountAsync(db);
        }

        return saved;
    });

    public ValueTask DisposeAsync() => host.GiveBackAsync();
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
