using System.Data.Common;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Data;

/// <summary>
/// Rows that several senders want at once. On PostgreSQL each takes rows that no other holds just now; SQLite has one writer
/// at a time, and there the others wait.
/// </summary>
public static class RowClaims
{
    internal const string Tag = "rows to claim";

    /// <summary>Claims the rows of a query, in three statements whatever their number.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="rows">Which rows, in which order, and how many; claimed, the query must no longer find them.</param>
    /// <param name="until">Until then they are the caller's.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The rows as they are now, in that order.</returns>
    public static async Task<IReadOnlyList<T>> ClaimAsync<T>(this AppDbContext db, IQueryable<T> rows, DateTimeOffset until, CancellationToken cancel)
        where T : QueuedMail
    {
        await using var held = await db.Database.BeginTransactionAsync(cancel);
        var ids = await rows.Select(row => row.Id).TagWith(Tag).ToListAsync(cancel);
        if (ids.Count == 0)
        {
            return [];
        }

        var mine = db.Set<T>().Where(row => ids.Contains(row.Id));
        await mine.ExecuteUpdateAsync(row => row.SetProperty(r => r.NextTryAt, until).SetProperty(r => r.Version, r => r.Version + 1), cancel);
        var claimed = await mine.ToDictionaryAsync(row => row.Id, cancel);
        await held.CommitAsync(cancel);
        return [.. ids.Select(id => claimed[id])];
    }
}

/// <summary>The one piece of SQL that only PostgreSQL knows: passes by the rows that another transaction holds.</summary>
internal sealed class SkipLockedInterceptor : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {RowClaims.Tag}", StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
        }

        return ValueTask.FromResult(result);
    }
}
