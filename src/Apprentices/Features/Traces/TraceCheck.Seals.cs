using System.Security.Cryptography;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <content>The chain itself: each seal, its rows, its anchor, and whether its traces are there.</content>
internal sealed partial class TraceCheck
{
    private async IAsyncEnumerable<TraceFinding> OfSealsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (before, number) = (TraceSeal.Beginning, 0);
        using var anchored = anchors.All().GetEnumerator();
        var anchor = Next(anchored);
        List<TraceSeal> page;
        do
        {
            var last = number;
            page = await db.TraceSeals.AsNoTracking().Where(seal => seal.Number > last).OrderBy(seal => seal.Number).Take(Most).ToListAsync(cancel);
            foreach (var seal in page)
            {
                for (var missing = number + 1; missing < seal.Number; missing++)
                {
                    yield return Lost(missing, isTail: false);
                }

                for (; anchor is { } old && old.Number < seal.Number; anchor = Next(anchored))
                {
                    // Told as missing, or an anchor that stands there twice.
                }

                var isAnchored = false;
                for (; anchor is { } its && its.Number == seal.Number; anchor = Next(anchored))
                {
                    isAnchored = true;
                    if (its.Head != seal.Head)
                    {
                        yield return new("seal", $"{seal.Number}", "it is not the one that was anchored: the chain was made anew, or a backup was put back");
                    }
                }

                if (!isAnchored && now - seal.MadeAt > Young)
                {
                    yield return new("seal", $"{seal.Number}", "its anchor is missing");
                }

                await foreach (var finding in OfSealAsync(seal, before, cancel))
                {
                    yield return finding;
                }

                (before, number) = (seal.Head, seal.Number);
                Seals++;
            }
        }
        while (page.Count == Most);

        for (; anchor is { } cut; anchor = Next(anchored))
        {
            if (cut.Number > number && !await db.TraceSeals.AnyAsync(seal => seal.Number == cut.Number, cancel))
            {
                yield return Lost(cut.Number, isTail: true);
            }
        }
    }

    private async IAsyncEnumerable<TraceFinding> OfSealAsync(TraceSeal seal, string before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await db.SealedTraces.AsNoTracking().Where(row => row.SealNumber == seal.Number).OrderBy(row => row.Position).ToListAsync(cancel);
        var wrong = false;
        foreach (var position in Enumerable.Range(1, seal.Count).Except(rows.Select(row => row.Position)))
        {
            wrong = true;
            yield return new("seal", $"{seal.Number}", $"its trace number {position} was removed");
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

        if (seal.Before != before)
        {
            yield return new("seal", $"{seal.Number}", "it does not follow the one before it");
        }

        if (!keys.Knows(seal.SecretName))
        {
            yield return new("seal", $"{seal.Number}", "it was made with a key that is not here");
        }
        else if (HeadOf(seal, rows) != seal.Head)
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

    private string? HeadOf(TraceSeal seal, List<SealedTrace> rows)
    {
        try
        {
            using var writer = keys.BeginSeal(seal.SecretName, seal.Fields);
            foreach (var row in rows)
            {
                writer.Add(row.SealedFields);
            }

            return writer.End();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static TraceFinding Lost(int number, bool isTail) =>
        new("seal", $"{number}", isTail ? "it was anchored and is gone: the tail was cut, or a backup was put back" : "it is missing");

    private static TraceAnchor? Next(IEnumerator<TraceAnchor> anchors) => anchors.MoveNext() ? anchors.Current : null;
}
