using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// How many rows the tables have and how their values spread, by which the database chooses its way to the rows. It counts by itself,
/// but late: after many rows came at once it goes on as if there were hardly any, and a question that takes milliseconds takes minutes.
/// </summary>
public static class TableStatistics
{
    /// <summary>From how many new records on it is worth a count of its own.</summary>
    public const int Many = 100;

    /// <summary>Every table whose size has changed much, and of each index no more rows than some hundreds (sqlite.org/pragma.html, optimize).</summary>
    private const string OfSqlite = "PRAGMA optimize = 0x10002";

    private const string OfPostgreSql = "ANALYZE";

    public static Task CountAsync(AppDbContext db, CancellationToken cancel = default) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? OfSqlite : OfPostgreSql, cancel);

    /// <summary>After something was saved: what is saved is saved, also when it cannot be counted now. The night's count comes in any case.</summary>
    public static async Task TryCountAsync(AppDbContext db)
    {
        try
        {
            await CountAsync(db);
        }
        catch (DbException)
        {
        }
    }
}
