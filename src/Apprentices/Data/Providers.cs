using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>The databases the app runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file; for a small office, trials and development.</summary>
    Sqlite,

    /// <summary>A server; for production and several instances.</summary>
    PostgreSql,
}

/// <summary>The database in a SQLite file.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsTicks>();
    }
}

/// <summary>The database on a PostgreSQL server.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    /// <summary>Order by bytes, as SQLite does; the sort keys are made for it.</summary>
    private const string ByteOrder = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsUtc>();
        configurationBuilder.Properties<string>().UseCollation(ByteOrder);
    }
}
