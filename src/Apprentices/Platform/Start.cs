using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Samples;
using Apprentices.Features.Setup;
using Apprentices.Features.Traces;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>What happens between the settings and the first page.</summary>
public static class Start
{
    /// <summary>Where the pages are unless something else is asked for.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>What the traces call whatever the program does at its start.</summary>
    public const string StartAct = "start";

    /// <summary>What the program ends with when its address is taken: EX_UNAVAILABLE of sysexits.h.</summary>
    public const int AddressInUse = 69;

    /// <summary>What a page may send at once, in bytes: the longest text of a form, in the widest letters, and room around it.</summary>
    public const long LongestMessage = 256 * 1024;

    /// <summary>Stops within seconds although circuits are open, and says where it is.</summary>
    public static WebApplicationBuilder AddStart(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        if (!Array.Exists(["urls", "http_ports", "https_ports", "Kestrel:Endpoints"], key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        return builder;
    }

    /// <summary>Serves pages until it is stopped; an address that is taken is said in one line.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return Commands.Done;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message.TrimEnd('.')}. Port is in use: stop the other program or choose another address with --urls.");
            return AddressInUse;
        }
    }

    /// <summary>Migrated, marked as a demo or not for good, with the curricula and forms that come with the program.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        CurrentAct.Begin(Guid.Empty, StartAct);
        await services.MigrateDatabaseAsync();
        await services.RequireKeyOfTracesAsync(cancel);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CreateInstallation>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<LoadShippedCurricula>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<LoadShippedForms>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<LoadShippedRules>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<TellRecords>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<MoveTalkOpenings>().RunAsync(cancel);
    }

    /// <summary>As for a command, and with the sample data that only the app itself adds.</summary>
    public static async Task PrepareToServeAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<SignInWays>().RequireOne();
        await app.Services.PrepareDatabaseAsync();
        CurrentAct.Begin(Guid.Empty, StartAct);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AddSampleData>().RunAsync();

        var settings = app.Services.GetRequiredService<IOptions<DatabaseSettings>>().Value;
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var connection = db.Database.GetDbConnection();
        var place = settings.Provider == DatabaseProvider.Sqlite ? Path.GetFullPath(connection.DataSource) : $"{connection.DataSource} {connection.Database}";
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"Apprentices is at {string.Join(" and ", app.Urls)}");
            Console.WriteLine($"Database: {place}");
        });
    }
}
