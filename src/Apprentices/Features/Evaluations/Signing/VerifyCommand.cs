using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// <c>verify</c>, of talks: makes every sealed document anew from its rows and compares it, its hash and its signatures. It names the talk
/// and the part that differs, never what it says, and ends well only if nothing does (docs/talk-document.md).
/// </summary>
public sealed class VerifyCommand(IDbContextFactory<AppDbContext> database)
{
    private const string Unreadable = "it cannot be read: it was changed";

    /// <summary>So many talks are held in memory at once.</summary>
    private const int Page = 100;

    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        if (arguments is not ([] or ["--json"]))
        {
            await Console.Error.WriteLineAsync("verify takes no argument but --json.");
            return Commands.Misused;
        }

        var asJson = arguments.Length > 0;
        var readable = new ReadableRows();
        var (talks, documents, signatures, wrong, old) = (0, 0, 0, 0, 0);
        foreach (var row in await UnreadableAsync(readable, cancel))
        {
            wrong++;
            await TellAsync(asJson, $"{row.Key} ({row.Place})", Unreadable);
        }

        await foreach (var (id, read) in TalksAsync(readable, cancel))
        {
            if (read is not { } talk)
            {
                (talks, wrong) = (talks + 1, wrong + 1);
                await TellAsync(asJson, $"{id}", Unreadable);
                continue;
            }

            (talks, documents, signatures) = (talks + 1, documents + talk.Documents.Count, signatures + talk.Signatures.Count);
            old += TalkCheck.IsFromBefore(talk) ? 1 : 0;
            IReadOnlyList<string> findings = [.. TalkCheck.Findings(talk), .. await OfSignersAsync(talk, cancel)];
            wrong += findings.Count > 0 ? 1 : 0;
            foreach (var finding in findings)
            {
                await TellAsync(asJson, $"{talk.Id}", finding);
            }
        }

        Console.WriteLine(asJson
            ? JsonSerializer.Serialize(new { talks, documents, signatures, fromBefore = old, differ = wrong })
            : $"{talks} talks, {documents} sealed documents, {signatures} signatures; {old} from before hashes were kept; {wrong} differ.");
        return wrong == 0 ? Commands.Done : Commands.Refused;
    }

    private static Task TellAsync(bool asJson, string id, string finding) =>
        asJson ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { what = "talk", id, finding })) : Console.Error.WriteLineAsync($"{id} {finding}");

    private async Task<IReadOnlyList<UnreadableRow>> UnreadableAsync(ReadableRows readable, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await readable.FindAsync<Evaluation>(db, cancel);
    }

    /// <summary>A signature leads to the one who signed, unless she was entered twice and is gone.</summary>
    private async Task<IReadOnlyList<string>> OfSignersAsync(Evaluation talk, CancellationToken cancel)
    {
        var moved = talk.Signatures.Where(one => one.SignerId is { } signer && signer != one.PersonId).ToList();
        if (moved.Count == 0)
        {
            return [];
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var signers = moved.Select(one => one.SignerId!.Value).ToList();
        var there = await db.People.Where(person => signers.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel);
        return [.. moved.Where(one => there.Contains(one.SignerId!.Value)).Select(one => $"signature {one.Order} leads to another person than the one who signed")];
    }

    /// <summary>Everything that is held, sealed or signed, whatever its state claims; a page at a time. One without a talk cannot be read.</summary>
    private async IAsyncEnumerable<(Guid Id, Evaluation? Talk)> TalksAsync(ReadableRows readable, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var last = Guid.Empty;
        while (true)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var after = last;
            var talks = readable.Of<Evaluation>(db)
                .Where(e => e.Id > after)
                .Where(e => e.State == EvaluationState.Held || e.State == EvaluationState.Signed || e.Signatures.Any() || e.Documents.Any() || e.Addenda.Any())
                .OrderBy(e => e.Id)
                .Take(Page);
            var page = await ReadAsync(talks, cancel) ?? await OneByOneAsync(talks, cancel);
            foreach (var talk in page)
            {
                yield return talk;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }

    private static async Task<List<(Guid Id, Evaluation? Talk)>> OneByOneAsync(IQueryable<Evaluation> talks, CancellationToken cancel)
    {
        List<(Guid, Evaluation?)> read = [];
        foreach (var id in await talks.Select(e => e.Id).ToListAsync(cancel))
        {
            read.Add((id, (await ReadAsync(talks.Where(e => e.Id == id), cancel))?.FirstOrDefault().Talk));
        }

        return read;
    }

    /// <returns>Nothing where one of them cannot be read.</returns>
    private static async Task<List<(Guid Id, Evaluation? Talk)>?> ReadAsync(IQueryable<Evaluation> talks, CancellationToken cancel)
    {
        try
        {
            return [.. (await talks.WithSealed().AsNoTrackingWithIdentityResolution().ToListAsync(cancel)).Select(talk => (talk.Id, (Evaluation?)talk))];
        }
        catch (Exception failure) when (ReadableRows.Caused(failure))
        {
            return null;
        }
    }
}
