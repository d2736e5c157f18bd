using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Data;

/// <summary>
/// SQLite has one writer at a time. Who finds it busy looks again after a millisecond or a few, as SQLite itself can; the driver would
/// sleep for 150 of them, though a writer is done in one.
/// </summary>
internal sealed class SqlitePatience : DbConnectionInterceptor
{
    /// <summary>After that the driver goes on waiting in its own way.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetOn(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetOn(connection);
        return Task.CompletedTask;
    }

    private static void SetOn(DbConnection connection) => SQLitePCL.raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle!, (int)Most.TotalMilliseconds);
}
