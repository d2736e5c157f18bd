using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Tests.Support;

/// <summary>Keeps the statements that reached the database, so that a test can say how many a screen needs.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyCollection<string> Statements => statements;

    public void Clear() => statements.Clear();

    /// <summary>How many statements the work took.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        statements.Clear();
        await work();
        return statements.Count;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        statements.Enqueue(result.CommandText);
        return base.CommandInitialized(eventData, result);
    }
}
