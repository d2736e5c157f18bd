using System.Buffers.Binary;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>What is wrong with a seal or a trace. It names it, never what it says.</summary>
internal sealed record TraceFinding(string What, string Id, string Finding);

/// <summary>
/// Walks the chain from its beginning and compares it with its traces, its keys and its anchors: a seal at a time, however many there
/// are. Nothing it reads is changed.
/// </summary>
internal sealed partial class TraceCheck(AppDbContext db, TraceKeys keys, TraceAnchors anchors, DateTimeOffset now)
{
    private const int Most = 1_000;

    /// <summary>A seal this young may be waiting for its anchor.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(5);

    /// <summary>Sealing takes a minute; whatever waits longer is kept from it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private readonly ReadableRows readable = new();
    private readonly Dictionary<TraceKind, DateTimeOffset> expired = [];
    private readonly HashSet<Guid> erased = [];
    private readonly HashSet<Guid> people = [];

    public int Seals { get; private set; }
    public int Traces { get; private set; }
    public int Gone { get; private set; }
    public int Waiting { get; private set; }

    public async IAsyncEnumerable<TraceFinding> FindingsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var row in await UnreadableAsync(cancel))
        {
            yield return new(row.Table, $"{row.Key} ({row.Place})", "it cannot be read: it was changed");
        }

        if (await db.JobStates.AnyAsync(state => state.Id == BackgroundJobs.SealTraces && state.PausedAt != null, cancel))
        {
            yield return new("job", BackgroundJobs.SealTraces, "somebody paused it in the database; it runs all the same");
        }

        await ReadRemovalsAsync(cancel);
        await foreach (var finding in OfPeopleAsync(cancel))
        {
            yield return finding;
        }

        await foreach (var finding in OfSealsAsync(cancel))
        {
            yield return finding;
        }

        await foreach (var finding in OfTracesAsync<TraceRemoval>(cancel))
        {
            yield return finding;
        }

        await foreach (var finding in OfTracesAsync<AccessTrace>(cancel))
        {
            yield return finding;
        }

        await foreach (var finding in OfTracesAsync<ChangeTrace>(cancel))
        {
            yield return finding;
        }
    }

    private async Task<IReadOnlyList<UnreadableRow>> UnreadableAsync(CancellationToken cancel) =>
    [
        .. await readable.FindAsync<TracePerson>(db, cancel),
        .. await readable.FindAsync<TraceSeal>(db, cancel),
        .. await readable.FindAsync<SealedTrace>(db, cancel),
        .. await readable.FindAsync<TraceRemoval>(db, cancel),
        .. await readable.FindAsync<AccessTrace>(db, cancel),
        .. await readable.FindAsync<ChangeTrace>(db, cancel),
    ];

    private async Task ReadRemovalsAsync(CancellationToken cancel)
    {
        await foreach (var removal in readable.Of<TraceRemoval>(db).AsNoTracking().OrderBy(removal => removal.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Note(removal);
        }
    }

    /// <summary>Only what was written by the app counts; a removal somebody put in is found as a trace.</summary>
    private void Note(TraceRemoval removal)
    {
        if (!IsMarked(removal) || !removal.IsAsWritten(keys))
        {
            return;
        }

        if (removal.SubjectId is { } subject)
        {
            erased.Add(subject);
        }
        else if (removal is { Of: { } kind, Before: { } before } && before > expired.GetValueOrDefault(kind))
        {
            expired[kind] = before;
        }
    }

    private async IAsyncEnumerable<TraceFinding> OfPeopleAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var one in readable.Of<TracePerson>(db).AsNoTracking().OrderBy(one => one.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            people.Add(one.Id);
            if (!keys.IsMarkOf(one.Mark, one.MarkedFields))
            {
                yield return new("person", one.Id.ToString(), "whom the traces mean by it, or its key, was changed");
            }
            else if (one.WrappedKey is null && !erased.Contains(one.Id))
            {
                yield return new("person", one.Id.ToString(), "its key is gone, and no erasure is noted");
            }
            else if (one.WrappedKey is not null && erased.Contains(one.Id))
            {
                yield return new("person", one.Id.ToString(), "it was erased, and is back");
            }
        }
    }

    /// <summary>Each trace that is there: as it was written, and in the seal it names.</summary>
    private async IAsyncEnumerable<TraceFinding> OfTracesAsync<T>([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel) where T : Trace
    {
        var last = Guid.Empty;
        List<T> page;
        do
        {
            var after = last;
            page = await readable.Of<T>(db).AsTracking().Where(trace => trace.Id > after).OrderBy(trace => trace.Id).Take(Most).ToListAsync(cancel);
            var (ids, subjects) = (page.Select(trace => trace.Id).ToList(), page.Select(trace => trace.SubjectId).OfType<Guid>().Distinct().ToList());
            await readable.Of<TracePerson>(db).AsTracking().Where(one => subjects.Contains(one.Id)).LoadAsync(cancel);
            db.ChangeTracker.Clear();
            var kept = await readable.Of<SealedTrace>(db).AsNoTracking().Where(row => ids.Contains(row.TraceId)).ToDictionaryAsync(row => row.TraceId, cancel);
            foreach (var trace in page)
            {
                Waiting += trace.SealNumber is null ? 1 : 0;
                var row = kept.GetValueOrDefault(trace.Id);
                var sealedIn = trace.SealNumber is null && row is not null
                    ? await db.Set<T>().Where(one => one.Id == trace.Id).Select(one => one.SealNumber).SingleOrDefaultAsync(cancel) : trace.SealNumber;
                if ((FindingOf(trace, sealedIn, row) ?? await LostOfAsync(trace, cancel)) is { } finding)
                {
                    yield return new("trace", trace.Id.ToString(), finding);
                }
            }

            last = page.Count > 0 ? page[^1].Id : last;
        }
        while (page.Count == Most);
    }

    /// <summary>Whoever a trace names is there, erased or not; one noted for the first time just now was not when the people were read.</summary>
    private async Task<string?> LostOfAsync(Trace trace, CancellationToken cancel)
    {
        Guid?[] named = [trace.SubjectId, (trace as AccessTrace)?.ReaderId, (trace as ChangeTrace)?.ActorId];
        foreach (var id in named.OfType<Guid>().Where(id => !people.Contains(id)))
        {
            if (!await db.TracePersons.AnyAsync(one => one.Id == id, cancel))
            {
                return $"whom it names as {id} was taken away";
            }
        }

        return null;
    }

    private string? FindingOf(Trace trace, int? sealedIn, SealedTrace? kept)
    {
        if (!IsMarked(trace))
        {
            return kept is null ? "it was inserted: its mark is not made with the key" : "it was changed";
        }

        // Without whom it is about it opens for nobody; that she is gone, or cannot be read, is told of her.
        if (trace is not { SubjectId: not null, Subject: null } && !trace.IsAsWritten(keys))
        {
            return "it was changed";
        }

        return kept switch
        {
            null when sealedIn is null && now - WrittenAt(trace) > Late => $"it has waited for its seal since {Trace.Said(WrittenAt(trace))}: something keeps the job {BackgroundJobs.SealTraces} from it",
            null when sealedIn is not null => $"it is not in seal {sealedIn}, which it names",
            { } row when row.SealNumber != sealedIn => "it names another seal than the one it is in",
            { } row when row.Commitment != trace.Commitment => "it is not the one that was sealed",
            _ => null,
        };
    }

    private bool IsMarked(Trace trace) => keys.IsMarkOf(trace.Mark, Trace.MarkedFields(trace.Kind, trace.Id, trace.At, trace.SubjectId, trace.Commitment));

    /// <summary>When the row was made, as its id tells: what was moved in, or is sample data, happened before.</summary>
    private DateTimeOffset WrittenAt(Trace trace)
    {
        var made = BinaryPrimitives.ReadInt64BigEndian([0, 0, .. trace.Id.ToByteArray(bigEndian: true).AsSpan(0, 6)]);
        return made > trace.At.ToUnixTimeMilliseconds() && made <= now.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(made) : trace.At;
    }
}
