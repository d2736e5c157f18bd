using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Data;

/// <summary>
/// Rows that several senders want at once. On PostgreSQL each takes rows that no other holds just now; SQLite has one writer
/// at a time, and there the token of the row (<see cref="Domain.IVersioned"/>) tells who was first.
/// </summary>
public static class RowClaims
{
    internal const string Tag = "rows to claim";

    /// <summary>Claims the rows of a query, all or none.</summary>
    /// <param name="db">A context that has done nothing else.</param>
    /// <param name="rows">Which rows, in which order, and how many.</param>
    /// <param name="claim">Changes a row so that the query no longer finds it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The rows; nothing where another was faster and it is worth looking again.</returns>
    public static async Task<IReadOnlyList<T>?> ClaimAsync<T>(this AppDbContext db, IQueryable<T> rows, Action<T> claim, CancellationToken cancel) where T : class
    {
        await using var held = db is PostgresAppDbContext ? await db.Database.BeginTransactionAsync(cancel) : null;
        var found = await rows.TagWith(Tag).ToListAsync(cancel);
        found.ForEach(claim);
        try
        {
            await db.SaveChangesAsync(cancel);
            await (held?.CommitAsync(cancel) ?? Task.CompletedTask);
            return found;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
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
