using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <content>The chain itself: each seal, its rows, its anchor, and whether its traces are there.</content>
internal sealed partial class TraceCheck
{
    private async IAsyncEnumerable<TraceFinding> OfSealsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (number, read) = (0, long.MinValue);
        HashSet<string> before = [TraceSeal.Beginning];
        using var anchored = anchors.All().GetEnumerator();
        var anchor = Next(anchored);
        List<TraceSeal> page;
        do
        {
            var last = read;
            page = await readable.Of<TraceSeal>(db).AsNoTracking().Where(seal => (long)seal.Number > last).OrderBy(seal => seal.Number).Take(Most).ToListAsync(cancel);
            foreach (var seal in page)
            {
                var (isAnchored, isAnother, lastAnchored) = (false, false, number);
                for (; anchor is { } old && old.Number < seal.Number; anchor = Next(anchored))
                {
                    lastAnchored = Math.Max(lastAnchored, old.Number);
                    before.Add(old.Head);
                }

                for (; anchor is { } its && its.Number == seal.Number; anchor = Next(anchored))
                {
                    (isAnchored, isAnother) = (true, isAnother || its.Head != seal.Head);
                }

                var rows = await readable.Of<SealedTrace>(db).AsNoTracking().Where(row => row.SealNumber == seal.Number).OrderBy(row => row.Position).ToListAsync(cancel);
                var holds = seal.Holds(rows, keys);

                // One put in far ahead tells nothing of those between.
                var isOfTheChain = holds || isAnchored || seal.Number == number + 1L;
                var missing = isOfTheChain ? seal.Number - 1 : lastAnchored;
                if (missing > number)
                {
                    yield return Lost(number + 1, missing, isTail: false);
                }

                if (isAnother)
                {
                    yield return new("seal", $"{seal.Number}", "it is not the one that was anchored: the chain was made anew, or a backup was put back");
                }
                else if (!isAnchored && holds && now - seal.MadeAt > Young)
                {
                    yield return new("seal", $"{seal.Number}", "its anchor is missing");
                }

                if (holds && !before.Contains(seal.Before))
                {
                    yield return new("seal", $"{seal.Number}", "it does not follow the one before it");
                }

                if (!isOfTheChain)
                {
                    yield return new("seal", $"{seal.Number}", "it was put in: it was not made with the key");
                }

                await foreach (var finding in OfSealAsync(seal, rows, (holds, isOfTheChain), cancel))
                {
                    yield return finding;
                }

                // What follows one that was changed may have been made before that, or after it and past it.
                if (holds)
                {
                    before.Clear();
                }

                before.Add(seal.Head);
                (number, read) = (isOfTheChain ? seal.Number : Math.Max(number, missing), seal.Number);
                Seals += isOfTheChain ? 1 : 0;
            }
        }
        while (page.Count == Most);

        (int First, int Last)? cut = null;
        for (; anchor is { } one; anchor = Next(anchored))
        {
            if (one.Number <= Math.Max(number, cut?.Last ?? 0) || await db.TraceSeals.AnyAsync(seal => seal.Number == one.Number, cancel))
            {
                continue;
            }

            if (cut is { } run && run.Last + 1L != one.Number)
            {
                yield return Lost(run.First, run.Last, isTail: true);
                cut = null;
            }

            cut = (cut?.First ?? one.Number, one.Number);
        }

        if (cut is { } tail)
        {
            yield return Lost(tail.First, tail.Last, isTail: true);
        }
    }

    private async IAsyncEnumerable<TraceFinding> OfSealAsync(TraceSeal seal, List<SealedTrace> rows, (bool Holds, bool IsOfTheChain) how, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var wrong = false;
        foreach (var (first, last) in how.IsOfTheChain ? Gaps(seal, rows) : [])
        {
            wrong = true;
            yield return new("seal", $"{seal.Number}", first == last ? $"its trace number {first} was removed" : $"its traces number {first} to {last} were removed");
        }

        foreach (var row in rows)
        {
            if (!keys.IsMarkOf(row.Mark, row.MarkedFields))
            {
                wrong = true;
                yield return new("trace", row.TraceId.ToString(), row.Position > seal.Count
                    ? $"it was inserted into seal {seal.Number}" : $"number {row.Position} of seal {seal.Number} was changed or inserted");
            }
            else if (row.Position > seal.Count)
            {
                wrong = true;
                yield return new("trace", row.TraceId.ToString(), $"it was inserted into seal {seal.Number}");
            }
        }

        if (how.IsOfTheChain && !keys.Knows(seal.SecretName))
        {
            yield return new("seal", $"{seal.Number}", "it was made with a key that is not here");
        }
        else if (how.IsOfTheChain && !how.Holds)
        {
            yield return new("seal", $"{seal.Number}", wrong ? "it does not hold" : "it was not made with the key: the chain was made anew");
        }

        foreach (var missing in await MissingAsync(rows, cancel))
        {
            yield return new("trace", missing.TraceId.ToString(), $"it was removed (number {missing.Position} of seal {seal.Number})");
        }
    }

    /// <summary>Those that are gone although neither their time is over nor the person erased.</summary>
    private async Task<List<SealedTrace>> MissingAsync(List<SealedTrace> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.TraceId).ToList();
        var there = (await db.AccessTraces.Where(trace => ids.Contains(trace.Id)).Select(trace => trace.Id).ToListAsync(cancel))
            .Concat(await db.ChangeTraces.Where(trace => ids.Contains(trace.Id)).Select(trace => trace.Id).ToListAsync(cancel))
            .Concat(await db.TraceRemovals.Where(trace => ids.Contains(trace.Id)).Select(trace => trace.Id).ToListAsync(cancel))
            .ToHashSet();
        var gone = rows.Where(row => !there.Contains(row.TraceId)).ToList();
        if (gone.Exists(row => !WentRightly(row)))
        {
            // Perhaps taken away just now.
            await ReadRemovalsAsync(cancel);
        }

        var missing = gone.Where(row => !WentRightly(row)).ToList();
        (Traces, Gone) = (Traces + rows.Count, Gone + gone.Count - missing.Count);
        return missing;
    }

    private bool WentRightly(SealedTrace row) => row.Kind != TraceKind.Removal
        && ((row.SubjectId is { } subject && erased.Contains(subject)) || (expired.TryGetValue(row.Kind, out var until) && row.At < until));

    /// <summary>What of its numbers is not there, from and to.</summary>
    private static IEnumerable<(int First, int Last)> Gaps(TraceSeal seal, List<SealedTrace> rows)
    {
        var next = 1L;
        foreach (var position in rows.Select(row => row.Position).Where(position => position > 0 && position <= seal.Count))
        {
            if (position > next)
            {
                yield return ((int)next, position - 1);
            }

            next = position + 1L;
        }

        if (next <= seal.Count)
        {
            yield return ((int)next, seal.Count);
        }
    }

    private static TraceFinding Lost(int first, int last, bool isTail) => (first == last, isTail) switch
    {
        (true, true) => new("seal", $"{first}", "it was anchored and is gone: the tail was cut, or a backup was put back"),
        (true, false) => new("seal", $"{first}", "it is missing"),
        (false, true) => new("seal", $"{first} to {last}", "they were anchored and are gone: the tail was cut, or a backup was put back"),
        (false, false) => new("seal", $"{first} to {last}", "they are missing"),
    };

    private static TraceAnchor? Next(IEnumerator<TraceAnchor> anchors) => anchors.MoveNext() ? anchors.Current : null;
}
