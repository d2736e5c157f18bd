using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Traces;

/// <summary>
/// At the first start after traces were introduced: whoever had opened a talk is from then on found among those who have read the
/// record. What is older than traces are kept is not carried along.
/// </summary>
public sealed class MoveTalkOpenings(IDbContextFactory<AppDbContext> database, TraceKeys keys, IOptions<TraceSettings> settings, TimeProvider clock)
{
    private const int Most = 500;

    /// <returns>How many were moved.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var oldest = clock.GetUtcNow().AddMonths(-settings.Value.MonthsKept);
        var (moved, some) = (0, 0);
        do
        {
            some = await LostRace.RetryAsync(() => MoveAsync(oldest, cancel));
            moved += some;
        }
        while (some > 0);

        return moved;
    }

    /// <summary>Some of them; another instance may be doing the same.</summary>
    private async Task<int> MoveAsync(DateTimeOffset oldest, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var openings = await db.TalkOpenings.Include(opening => opening.Evaluation.Apprenticeship).OrderBy(opening => opening.Id).Take(Most).ToListAsync(cancel);
        if (openings.Count == 0)
        {
            return 0;
        }

        var people = await TracePeople.LoadAsync(
            db, keys, [.. openings.SelectMany(opening => new Guid?[] { opening.PersonId, opening.Evaluation.Apprenticeship.PersonId })], cancel);
        foreach (var opening in openings.Where(opening => opening.OpenedAt >= oldest))
        {
            var contract = opening.Evaluation.Apprenticeship;
            var trace = new AccessTrace(
                people.Of(contract.PersonId)!, contract.Id, people.Of(opening.PersonId)!, Opened.Talk, opening.EvaluationId, nameof(TalkOpening), opening.OpenedAt);
            trace.Lock(keys, "");
            db.Add(trace);
        }

        db.RemoveRange(openings);
        await db.SaveChangesAsync(cancel);
        return openings.Count;
    }
}
