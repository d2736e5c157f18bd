using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// Each minute: chains what was noted since the last time, and anchors the head outside the database. It takes whatever has no seal
/// yet, so that one saved late is in the next; whoever notes waits for nobody. Killed half-way it has sealed nothing twice: a seal and
/// its rows are one transaction, and an anchor that was not written is written the next time.
/// </summary>
public sealed partial class SealTraces(
    IDbContextFactory<AppDbContext> database, TraceKeys keys, TraceAnchors anchors, TimeProvider clock, ILogger<SealTraces> logger)
{
    /// <summary>So many in one seal.</summary>
    internal const int Most = 2_000;

    /// <returns>How many were sealed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var (all, last) = (0, 0);
        do
        {
            cancel.ThrowIfCancellationRequested();
            last = await SealAsync(cancel);
            all += last;
        }
        while (last >= Most);

        await AnchorAsync(cancel);
        return all;
    }

    private async Task<int> SealAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        List<Trace> traces =
        [
            .. await Unsealed(db.TraceRemovals).ToListAsync(cancel),
            .. await Unsealed(db.AccessTraces).ToListAsync(cancel),
            .. await Unsealed(db.ChangeTraces).ToListAsync(cancel),
        ];
        if (traces.Count == 0)
        {
            return 0;
        }

        var before = await db.TraceSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        var anchored = anchors.Last();
        if (anchored > (before?.Number ?? 0))
        {
            // Seals were lost, by a backup that was put back or by somebody's hand. The gap stays and is told by the check.
            Log.Lost(logger, before?.Number ?? 0, anchored);
        }

        var number = Math.Max(before?.Number ?? 0, anchored) + 1;
        List<SealedTrace> rows = [.. traces.OrderBy(trace => trace.Id.ToString(), StringComparer.Ordinal).Select((trace, at) => new SealedTrace(number, at + 1, trace))];
        db.Add(new TraceSeal(number, clock.GetUtcNow(), before?.Head ?? TraceSeal.Beginning, rows, keys));
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);

        var ids = traces.Select(trace => trace.Id).ToList();
        var marked = await MarkAsync(db.TraceRemovals, ids, number, cancel) + await MarkAsync(db.AccessTraces, ids, number, cancel) + await MarkAsync(db.ChangeTraces, ids, number, cancel);
        if (marked != ids.Count)
        {
            throw new InvalidOperationException($"{ids.Count} traces were to be sealed, {marked} were there.");
        }

        await transaction.CommitAsync(cancel);
        return rows.Count;
    }

    private static IQueryable<T> Unsealed<T>(IQueryable<T> traces) where T : Trace =>
        traces.AsNoTracking().Where(trace => trace.SealNumber == null).OrderBy(trace => trace.Id).Take(Most);

    private static Task<int> MarkAsync<T>(IQueryable<T> traces, List<Guid> ids, int number, CancellationToken cancel) where T : Trace =>
        traces.Where(trace => trace.SealNumber == null && ids.Contains(trace.Id)).ExecuteUpdateAsync(trace => trace.SetProperty(t => t.SealNumber, number), cancel);

    /// <summary>Whatever is not in the file yet.</summary>
    private async Task AnchorAsync(CancellationToken cancel)
    {
        var last = anchors.Last();
        await using var db = await database.CreateDbContextAsync(cancel);
        var missing = await db.TraceSeals.AsNoTracking().Where(seal => seal.Number > last).OrderBy(seal => seal.Number).ToListAsync(cancel);
        if (last == 0 && missing is [_, _, ..])
        {
            Log.NewFile(logger, anchors.Place, missing.Count);
        }

        anchors.Add(missing);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The last seal of the traces in the database is {Number}, but {Anchored} was anchored: seals are lost. Run verify.")]
        public static partial void Lost(ILogger logger, int number, int anchored);

        [LoggerMessage(Level = LogLevel.Warning, Message = "There were no anchors of the traces in {Place}: {Count} seals are anchored anew. If there was such a file, put it back.")]
        public static partial void NewFile(ILogger logger, string place, int count);
    }
}
