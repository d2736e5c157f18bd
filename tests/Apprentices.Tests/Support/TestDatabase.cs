using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Features.EvaluationForms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Apprentices.Tests.Support;

/// <summary>A database of a test's own, made in milliseconds from one that was migrated once.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }
    public abstract string ConnectionString { get; }

    /// <summary>A new one, of the kind the running test asks for.</summary>
    public static async Task<TestDatabase> CreateAsync() => BothDatabasesDiscoverer.OfThisTest switch
    {
        DatabaseProvider.PostgreSql => await PostgresTestDatabase.CreateAsync(),
        _ => await SqliteTestDatabase.CreateAsync(),
    };

    public abstract ValueTask DisposeAsync();

    /// <summary>What a first start would do: migrated, with the curricula and forms that ship; a demo, so that tests may sign in, but without its sample data.</summary>
    protected static async Task PrepareAsync(Func<AppDbContext> open)
    {
        await using var db = open();
        await db.Database.MigrateAsync();

        var demo = new Installation(isDemo: true, new TestClock().GetUtcNow());
        demo.MarkSamplesAdded(demo.CreatedAt);
        db.Add(demo);
        await db.SaveChangesAsync();
        await new LoadShippedCurricula(new Opening(open), new TestClock()).RunAsync();
        await new LoadShippedForms(new Opening(open), new TestClock()).RunAsync();
    }

    private sealed class Opening(Func<AppDbContext> open) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => open();
    }
}

/// <summary>A copy of a migrated file.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MigrateAsync);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-test-");

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    // Without a pool, the file is free to be deleted once the last connection is closed.
    public override string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=False";

    public static new async Task<TestDatabase> CreateAsync()
    {
        var database = new SqliteTestDatabase();
        File.Copy(await Template.Value, Path.Combine(database.folder.FullName, "test.db"));
        return database;
    }

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return default;
    }

    private static async Task<string> MigrateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("apprentices-template-").FullName, "template.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        var options = new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await PrepareAsync(() => new SqliteAppDbContext(options));
        await using var db = new SqliteAppDbContext(options);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }
}

/// <summary>A database made from a migrated template on the server that TEST_POSTGRES names.</summary>
internal sealed class PostgresTestDatabase(string server, string name) : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MigrateAsync);

    /// <summary>Two databases cannot be made from one template at once.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static string? Server => Environment.GetEnvironmentVariable("TEST_POSTGRES");

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;
    public override string ConnectionString => Connection(server, name);

    public static new async Task<TestDatabase> CreateAsync()
    {
        if (Server is not { Length: > 0 } server)
        {
            Missing.Skip("PostgreSQL (TEST_POSTGRES)");
            throw new InvalidOperationException("Not reached: the test is skipped.");
        }

        var name = NewName();
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        return new PostgresTestDatabase(server, name);
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task<string> MigrateAsync()
    {
        var name = NewName();
        await ExecuteAsync(Server!, $"CREATE DATABASE {name}");
        var options = new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(Connection(Server!, name) + ";Pooling=False").Options;
        await PrepareAsync(() => new PostgresAppDbContext(options));
        return name;
    }

    private static string NewName() => $"test_{Guid.CreateVersion7():N}";

    private static string Connection(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    private static async Task ExecuteAsync(string server, string sql)
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
