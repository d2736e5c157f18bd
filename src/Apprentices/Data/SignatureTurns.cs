using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>For whom a talk waits to be signed, and since when.</summary>
/// <param name="Of">Those whose turn it is, by <see cref="Evaluation.Turn(int)"/>.</param>
/// <param name="Since">Since when it is.</param>
internal sealed record SignatureTurn(ReminderTurn Of, DateTimeOffset Since);

/// <summary>Reads for many talks at once whose turn it is; the steps are judged in memory, as few wait at a time.</summary>
internal static class SignatureTurns
{
    /// <summary>Those of the talks that wait for somebody; in as many statements whatever their number.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SignatureTurn>> OfAsync(AppDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var talks = await db.Evaluations
            .Where(talk => ids.Contains(talk.Id))
            .Where(Evaluation.IsBeingSigned)
            .Include(talk => talk.Signatures)
            .Include(talk => talk.Addenda)
            .AsNoTrackingWithIdentityResolution()
            .AsSplitQuery()
            .ToListAsync(cancel);
        var papers = (await db.SealedTalks
            .Where(paper => ids.Contains(paper.EvaluationId))
            .Select(paper => new { paper.EvaluationId, paper.Addendum, paper.MadeAt })
            .ToListAsync(cancel)).ToDictionary(paper => (paper.EvaluationId, paper.Addendum), paper => paper.MadeAt);
        return talks
            .Where(talk => papers.ContainsKey((talk.Id, talk.PaperToSign)) && talk.Turn(talk.PaperToSign) != FormParties.None)
            .ToDictionary(talk => talk.Id, talk => new SignatureTurn(
                new ReminderTurn(
                    talk.Turn(talk.PaperToSign), talk.Settled(talk.PaperToSign),
                    [.. talk.Signatures.Where(one => one.Addendum == talk.PaperToSign && one.Kind != SignatureKind.Unobtainable).Select(one => one.PersonId)]),
                talk.TurnSince(talk.PaperToSign, papers[(talk.Id, talk.PaperToSign)])));
    }
}
