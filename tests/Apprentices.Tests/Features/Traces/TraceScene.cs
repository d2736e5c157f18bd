using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Traces;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Features.Traces;

/// <summary>A record that was read and changed, so that there is something to seal and to tamper with.</summary>
public abstract class TraceScene : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    /// <summary>What the program has said of it.</summary>
    protected WrittenLog Log { get; } = new();

    protected override Action<IServiceCollection> Register => services => services.AddSingleton<ILoggerProvider>(Log);

    protected Person Siv { get; private set; } = null!;
    protected Person Hr { get; private set; } = null!;
    protected Apprenticeship Record { get; private set; } = null!;

    protected TraceKeys Keys => App.Services.GetRequiredService<TraceKeys>();

    protected TraceAnchors Anchors => App.Services.GetRequiredService<TraceAnchors>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Siv, Hr) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync("Nina Dahl"));
        Record = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), instructor: Siv);
    }

    /// <summary>So many readings, each of a part of its own.</summary>
    protected async Task ReadAsync(int times, Person? reader = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var readings = scope.ServiceProvider.GetRequiredService<AccessLog>();
        for (var at = 0; at < times; at++)
        {
            await readings.NoteAsync(new CurrentUser((reader ?? Siv).Id, Roles.Instructor, App.Clock.Today), Record.Id, Opened.Log, $"Lesing {at}", cancel: TestContext.Current.CancellationToken);
        }
    }

    protected Task<int> SealAsync() => App.AsConsole().RunAsync((SealTraces use) => use.RunAsync());

    /// <summary>What the check finds, a line each: what and what is wrong with it.</summary>
    protected async Task<IReadOnlyList<string>> VerifyAsync(TestApp? app = null)
    {
        // Older than what may still wait for its anchor, younger than what waits too long for its seal.
        App.Clock.Advance(TimeSpan.FromMinutes(6));
        await using var scope = (app ?? App).Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var check = new TraceCheck(db, scope.ServiceProvider.GetRequiredService<TraceKeys>(), scope.ServiceProvider.GetRequiredService<TraceAnchors>(), App.Clock.GetUtcNow());
        List<string> found = [];
        await foreach (var finding in check.FindingsAsync(TestContext.Current.CancellationToken))
        {
            found.Add($"{finding.What} {finding.Id}: {finding.Finding}");
        }

        return found;
    }

    /// <summary>As somebody who has the database, and may do with it what she likes.</summary>
    protected Task TamperAsync(params string[] statements) => App.DbAsync(async db =>
    {
        // Neither triggers nor foreign keys stop her.
        await db.Database.OpenConnectionAsync();
        List<string> opening = db.Database.IsSqlite()
            ? ["PRAGMA foreign_keys = OFF", .. (await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND (name LIKE '%Trace%')").ToListAsync())
                .Select(trigger => $"DROP TRIGGER \"{trigger}\"")]
            : ["SET session_replication_role = replica"];
        foreach (var statement in opening)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        foreach (var statement in statements)
        {
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
        }

        return db.Database.IsSqlite() ? await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON") : 0;
    });

    /// <summary>Reads four times and seals it: the first seal.</summary>
    protected async Task<List<AccessTrace>> SealedAsync()
    {
        await ReadAsync(4);
        await SealAsync();
        return await ReadingsAsync();
    }

    /// <summary>So many more readings, and a seal over them.</summary>
    protected async Task SealMoreAsync(int times)
    {
        await ReadAsync(times);
        await SealAsync();
    }

    protected Task<List<TraceSeal>> SealsAsync() => App.DbAsync(db => db.TraceSeals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync());

    /// <summary>An id as the database writes it.</summary>
    protected string Sql(Guid id) => TestDatabase.OfThisTest == DatabaseProvider.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";

    /// <summary>The readings in the order they were noted.</summary>
    protected Task<List<AccessTrace>> ReadingsAsync() =>
        App.DbAsync(db => db.AccessTraces.AsNoTracking().Include(trace => trace.Subject).OrderBy(trace => trace.Id).ToListAsync());
}
