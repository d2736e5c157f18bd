using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Reads what was said in a held talk. Each opening by another than the apprentice is noted, for her to see.</summary>
public sealed class ReadTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, AccessLog readings)
{
    private const int MostTries = 3;

    /// <param name="id">The talk.</param>
    /// <param name="isOpening">Whether a page opens with it, and does not only refresh.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where it is not there, not held yet, or not the reader's to read.</returns>
    public async Task<TalkReading?> RunAsync(Guid id, bool isOpening, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await FindAsync(db, user, id, cancel);
        for (var tries = 1; tries < MostTries && talk is { State: EvaluationState.Held, Documents.Count: > 0 } && !TalkCheck.RowsSayTheSame(talk, 0); tries++)
        {
            // Somebody writes in this moment: what is read and the hash that is signed must be of one and the same text.
            talk = await FindAsync(db, user, id, cancel);
        }

        if (talk is null)
        {
            return null;
        }

        if (isOpening)
        {
            await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Talk, thingId: id, cancel: cancel);
        }

        var reading = TalkReading.Of(talk, await TalkParties.ReaderAsync(db, talk.Id, user, cancel), await HeaderAsync(db, talk, employer.Value.Name, cancel));
        return reading with { Hash = talk.Documents.FirstOrDefault(document => document.Addendum == 0)?.Hash };
    }

    private static Task<Evaluation?> FindAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel) => db.Evaluations
        .ContentVisibleTo(user)
        .Where(e => e.State == EvaluationState.Held || e.State == EvaluationState.Signed)
        .WithSealed()
        .Include(e => e.Apprenticeship)
        .AsNoTrackingWithIdentityResolution()
        .SingleOrDefaultAsync(e => e.Id == id, cancel);

    /// <summary>As it was sealed; for a talk from before there was anything sealed, as it is now.</summary>
    internal static async Task<TalkHeader> HeaderAsync(AppDbContext db, Evaluation talk, string employer, CancellationToken cancel) =>
        talk.Documents.FirstOrDefault(document => document.Addendum == 0) is { } document
            ? TalkSeal.HeaderOf(document.Json) : await TalkSealing.HeaderAsync(db, talk, employer, cancel);
}
