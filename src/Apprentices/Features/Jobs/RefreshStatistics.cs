using Apprentices.Data;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>
/// At night and when the program starts: on SQLite, counts anew how many rows a value has, by which it chooses among indexes. Without, it
/// reads all talks that are planned to find fifty of them. PostgreSQL does it by itself.
/// </summary>
public sealed class RefreshStatistics(IDbContextFactory<AppDbContext> database)
{
    /// <summary>Every table whose size has changed much, and of each index no more rows than some hundreds (sqlite.org/pragma.html, optimize).</summary>
    private const string Optimize = "PRAGMA optimize = 0x10002";

    /// <returns>Nothing that is worth a count.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(Optimize, cancel);
        }

        return 0;
    }
}
