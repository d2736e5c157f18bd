using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// Each minute: chains what was noted since the last time, and anchors the head outside the database. It takes whatever has no seal
/// yet, so that one saved late is in the next; whoever notes waits for nobody. Killed half-way it has sealed nothing twice: a seal and
/// its rows are one transaction, and an anchor that was not written is written the next time. What somebody wrote into the database
/// is neither built upon nor in the way.
/// </summary>
public sealed partial class SealTraces(
    IDbContextFactory<AppDbContext> database, TraceKeys keys, TraceAnchors anchors, TimeProvider clock, ILogger<SealTraces> logger)
{
    /// <summary>So many in one seal.</summary>
    internal const int Most = 2_000;

    private const int Page = 100;

    private readonly SortedSet<int> forged = [];
    private ReadableRows readable = new();

    /// <returns>How many were sealed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        forged.Clear();
        readable = new ReadableRows();
        try
        {
            return await SealAllAsync(cancel);
        }
        catch (Exception failure) when (ReadableRows.Caused(failure))
        {
            if (await LeaveOutAsync(cancel) is not (> 0 and var count))
            {
                throw;
            }

            Log.Unreadable(logger, count);
            return await SealAllAsync(cancel);
        }
        finally
        {
            if (forged.Count > 0)
            {
                Log.Forged(logger, forged.Count, forged.Min, forged.Max);
            }
        }
    }

    private async Task<int> SealAllAsync(CancellationToken cancel)
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
            .. await Unsealed<TraceRemoval>(db).ToListAsync(cancel),
            .. await Unsealed<AccessTrace>(db).ToListAsync(cancel),
            .. await Unsealed<ChangeTrace>(db).ToListAsync(cancel),
        ];
        if (traces.Count == 0)
        {
            return 0;
        }

        var before = await LastAsync(db, cancel);
        var anchored = anchors.Last();
        if (anchored > (before?.Number ?? 0))
        {
            // Seals were lost, by a backup that was put back or by somebody's hand. The gap stays and is told by the check.
            Log.Lost(logger, before?.Number ?? 0, anchored);
        }

        var number = await NextNumberAsync(db, Math.Max(before?.Number ?? 0, anchored), cancel);
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

    /// <summary>One that somebody has put into a seal already would keep the others from theirs.</summary>
    private IQueryable<T> Unsealed<T>(AppDbContext db) where T : Trace => readable.Of<T>(db).AsNoTracking()
        .Where(trace => trace.SealNumber == null && !db.SealedTraces.Any(row => row.TraceId == trace.Id)).OrderBy(trace => trace.Id).Take(Most);

    private static Task<int> MarkAsync<T>(IQueryable<T> traces, List<Guid> ids, int number, CancellationToken cancel) where T : Trace =>
        traces.Where(trace => trace.SealNumber == null && ids.Contains(trace.Id)).ExecuteUpdateAsync(trace => trace.SetProperty(t => t.SealNumber, number), cancel);

    /// <summary>The last seal that is one: its head is made anew with the key before anything is built upon it.</summary>
    private async Task<TraceSeal?> LastAsync(AppDbContext db, CancellationToken cancel)
    {
        var below = int.MaxValue + 1L;
        List<TraceSeal> page;
        do
        {
            var end = below;
            page = await readable.Of<TraceSeal>(db).AsNoTracking().Where(seal => (long)seal.Number < end).OrderByDescending(seal => seal.Number).Take(Page).ToListAsync(cancel);
            foreach (var seal in page)
            {
                if (await HoldsAsync(db, seal, cancel))
                {
                    return seal;
                }
            }

            below = page.Count > 0 ? page[^1].Number : below;
        }
        while (page.Count == Page);

        return null;
    }

    private async Task<bool> HoldsAsync(AppDbContext db, TraceSeal seal, CancellationToken cancel)
    {
        var holds = keys.Knows(seal.SecretName);
        try
        {
            holds = holds && seal.Holds(await db.SealedTraces.AsNoTracking().Where(row => row.SealNumber == seal.Number).OrderBy(row => row.Position).ToListAsync(cancel), keys);
        }
        catch (Exception failure) when (ReadableRows.Caused(failure))
        {
            holds = false;
        }

        if (!holds)
        {
            forged.Add(seal.Number);
        }

        return holds;
    }

    /// <summary>The next one that nothing stands at.</summary>
    private static async Task<int> NextNumberAsync(AppDbContext db, int last, CancellationToken cancel)
    {
        var (next, from) = (checked(last + 1), checked(last + 1));
        var taken = db.TraceSeals.Where(seal => seal.Number >= from && (long)seal.Number <= int.MaxValue).Select(seal => seal.Number)
            .Union(db.SealedTraces.Where(row => row.SealNumber >= from && (long)row.SealNumber <= int.MaxValue).Select(row => row.SealNumber)).OrderBy(number => number);
        await foreach (var number in taken.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (number != next)
            {
                break;
            }

            next = checked(next + 1);
        }

        return next;
    }

    /// <summary>Whatever is not in the file yet.</summary>
    private async Task AnchorAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var first = anchors.Last();
        var (last, added) = ((long)first, 0);
        List<TraceSeal> page;
        do
        {
            var after = last;
            page = await readable.Of<TraceSeal>(db).AsNoTracking().Where(seal => (long)seal.Number > after && (long)seal.Number <= int.MaxValue)
                .OrderBy(seal => seal.Number).Take(Page).ToListAsync(cancel);
            List<TraceSeal> ours = [];
            foreach (var seal in page)
            {
                if (await HoldsAsync(db, seal, cancel))
                {
                    ours.Add(seal);
                }
            }

            anchors.Add(ours);
            (last, added) = (page.Count > 0 ? page[^1].Number : last, added + ours.Count);
        }
        while (page.Count == Page);

        if (first == 0 && added > 1)
        {
            Log.NewFile(logger, anchors.Place, added);
        }
    }

    /// <returns>How many rows cannot be read.</returns>
    private async Task<int> LeaveOutAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return (await readable.FindAsync<TraceRemoval>(db, cancel)).Count + (await readable.FindAsync<AccessTrace>(db, cancel)).Count
            + (await readable.FindAsync<ChangeTrace>(db, cancel)).Count + (await readable.FindAsync<TraceSeal>(db, cancel)).Count;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The last seal of the traces that holds is {Number}, but {Anchored} was anchored: seals are lost or were changed. Run verify.")]
        public static partial void Lost(ILogger logger, int number, int anchored);

        [LoggerMessage(Level = LogLevel.Error, Message = "Seals of the traces that do not hold, from number {First} to {Last}: {Count}. They are changed or forged, and nothing is built upon them. Run verify.")]
        public static partial void Forged(ILogger logger, int count, int first, int last);

        [LoggerMessage(Level = LogLevel.Error, Message = "Rows of the traces that cannot be read: {Count}. They are left out. Run verify.")]
        public static partial void Unreadable(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "There were no anchors of the traces in {Place}: {Count} seals are anchored anew. If there was such a file, put it back.")]
        public static partial void NewFile(ILogger logger, string place, int count);
    }
}
