using System.Collections.Concurrent;
using Apprentices.Data;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(IdleHosts))]

namespace Apprentices.Tests.Support;

/// <summary>
/// The program in this process. To start it costs more than most tests take, so one that a test has left as it was is used by the
/// next, with a fresh database under the old name and the clock set back.
/// </summary>
internal sealed class TestHost : WebApplicationFactory<Program>
{
    /// <summary>The secret of the traces: the same for all, as their databases are copies of one.</summary>
    public const string TracesKey = "dGVzdHMtdGVzdHMtdGVzdHMtdGVzdHMtdGVzdHMtISE=";

    private readonly TestDatabase database;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("apprentices-data-");
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? register;
    private readonly Use use;
    private readonly string kind;

    private TestHost(TestDatabase database, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? register, Use use) =>
        (this.database, this.settings, this.register, this.use, kind) = (database, settings, register, use, KindOf(database.Provider, settings));

    private enum Use
    {
        Shared,
        Own,
        Beside,
    }

    public TestClock Clock { get; } = new();
    public SqlCounter Sql { get; } = new();

    public static async Task<TestHost> TakeAsync(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? register, bool ofItsOwn)
    {
        var wanted = ofItsOwn || register is not null ? Use.Own : Use.Shared;
        var host = wanted == Use.Shared && IdleHosts.Take(KindOf(TestDatabase.OfThisTest, settings)) is { } idle
            ? idle
            : new TestHost(TestDatabase.OfThisKind(), settings, register, wanted);
        await host.database.RenewAsync();
        host.Clock.Reset();
        host.Sql.Clear();
        return host;
    }

    /// <summary>Starts the program once on a database, as at its first start.</summary>
    public static async Task StartOnceAsync(TestDatabase database)
    {
        await using var host = new TestHost(database, new Dictionary<string, string?>(), register: null, Use.Beside);
        _ = host.Services;
    }

    /// <summary>Another instance on the same database.</summary>
    public TestHost Beside(IReadOnlyDictionary<string, string?> other) => new(
        database, settings.Where(setting => !other.ContainsKey(setting.Key)).Concat(other).ToDictionary(StringComparer.Ordinal), register, Use.Beside);

    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>Ends it, or keeps it for the next test if this one went well.</summary>
    public async ValueTask GiveBackAsync()
    {
        if (use == Use.Shared && TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            IdleHosts.Keep(kind, this);
            return;
        }

        await DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (use == Use.Beside ? ValueTask.CompletedTask : database.DisposeAsync());
        data.Delete(recursive: true);
    }

    private static string KindOf(DatabaseProvider provider, IReadOnlyDictionary<string, string?> settings) =>
        $"{provider} {string.Join(' ', settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => $"{setting.Key}={setting.Value}"))}";

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
        builder.UseSetting("Web:SignInsPerMinute", "100000");
        builder.UseSetting("Web:DownloadsPerMinute", "100000");
        builder.UseSetting("Traces:Key", TracesKey);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        if (use == Use.Shared)
        {
            // Its database is taken away between two tests.
            builder.UseSetting("Logging:LogLevel:Apprentices.Platform.LiveWire", "None");
        }

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

/// <summary>The programs that no test uses just now, by their database and settings; ended with the last test.</summary>
public sealed class IdleHosts : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<TestHost>> Idle = new(StringComparer.Ordinal);

    internal static TestHost? Take(string kind) => Of(kind).TryTake(out var host) ? host : null;

    internal static void Keep(string kind, TestHost host) => Of(kind).Add(host);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Idle.Values.SelectMany(hosts => hosts))
        {
            await host.DisposeAsync();
        }

        await MailSink.EndIdleAsync();
        await TestDatabase.DropTemplatesAsync();
    }

    private static ConcurrentBag<TestHost> Of(string kind) => Idle.GetOrAdd(kind, _ => []);
}
