using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Apprentices.Tests.Support;

/// <summary>A database made in milliseconds from one on which the program was started once, and made anew for each test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }
    public abstract string ConnectionString { get; }

    /// <summary>The kind the running test asks for.</summary>
    public static DatabaseProvider OfThisTest => BothDatabasesDiscoverer.OfThisTest;

    /// <summary>One of the kind the running test asks for; it is there once it is renewed.</summary>
    public static TestDatabase OfThisKind() => OfThisTest switch
    {
        DatabaseProvider.PostgreSql => PostgresTestDatabase.Named(),
        _ => new SqliteTestDatabase(),
    };

    /// <summary>Takes away what a test wrote.</summary>
    public abstract Task RenewAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>What the others were made from; with the last test.</summary>
    public static async Task DropTemplatesAsync()
    {
        await SqliteTestDatabase.DropTemplateAsync();
        await PostgresTestDatabase.DropTemplateAsync();
    }

    /// <summary>What a first start does; a demo, so that tests may sign in, but without its sample data.</summary>
    protected async Task PrepareAsync(AppDbContext db)
    {
        await db.Database.MigrateAsync();
        var demo = new Installation(isDemo: true, new TestClock().GetUtcNow());
        demo.MarkSamplesAdded(demo.CreatedAt);
        db.Add(demo);
        await db.SaveChangesAsync();
        await TestHost.StartOnceAsync(this);
    }
}

/// <summary>A copy of a prepared file.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<SqliteTestDatabase>> Template = new(MakeTemplateAsync);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-test-");

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string ConnectionString => $"Data Source={Place}";

    private string Place => Path.Combine(folder.FullName, "test.db");

    public override async Task RenewAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        File.Delete($"{Place}-wal");
        File.Delete($"{Place}-shm");
        File.Copy((await Template.Value).Place, Place, overwrite: true);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        folder.Delete(recursive: true);
        return default;
    }

    public static async Task DropTemplateAsync()
    {
        if (Template.IsValueCreated)
        {
            await (await Template.Value).DisposeAsync();
        }
    }

    private static async Task<SqliteTestDatabase> MakeTemplateAsync()
    {
        var made = new SqliteTestDatabase();
        await using var db = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(made.ConnectionString).Options);
        await made.PrepareAsync(db);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return made;
    }
}

/// <summary>A database made from a prepared template on the server that TEST_POSTGRES names.</summary>
internal sealed class PostgresTestDatabase(string server, string name) : TestDatabase
{
    private static readonly Lazy<Task<PostgresTestDatabase>> Template = new(MakeTemplateAsync);

    /// <summary>Two databases cannot be made from one template at once.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private bool isMade;

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;
    public override string ConnectionString => Connection(server, name);

    private string Name => name;

    /// <summary>With a name no other has.</summary>
    public static PostgresTestDatabase Named()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Missing.Skip("PostgreSQL (TEST_POSTGRES)");
            throw new InvalidOperationException("Not reached: the test is skipped.");
        }

        return new PostgresTestDatabase(server, $"test_{Guid.CreateVersion7():N}");
    }

    /// <remarks>Where it must be made anew it is copied as files, which takes a third of the time that writing all of it to the log does.</remarks>
    public override async Task RenewAsync()
    {
        var template = await Template.Value;
        if (isMade && await EmptiedPostgres.EmptyAsync(ConnectionString))
        {
            return;
        }

        await DisposeAsync();
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template.Name} STRATEGY FILE_COPY");
        isMade = true;
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public static async Task DropTemplateAsync()
    {
        if (Template.IsValueCreated)
        {
            await (await Template.Value).DisposeAsync();
        }
    }

    private static async Task<PostgresTestDatabase> MakeTemplateAsync()
    {
        var made = Named();
        await made.ExecuteAsync($"CREATE DATABASE {made.Name}");
        await using (var db = new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(made.ConnectionString).Options))
        {
            await made.PrepareAsync(db);
        }

        await EmptiedPostgres.PrepareAsync(made.ConnectionString);
        NpgsqlConnection.ClearPool(new NpgsqlConnection(made.ConnectionString));
        return made;
    }

    private static string Connection(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(Connection(server, "postgres"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
