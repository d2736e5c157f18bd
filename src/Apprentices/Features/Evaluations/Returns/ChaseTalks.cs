using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>
/// Asks those whom chosen talks wait for, by a mail to each: to prepare, to agree on a day and hold it, or to sign. Nobody is
/// asked twice a day about a talk, however often it is pressed and by whom, nor again while she has yet to be told.
/// </summary>
public sealed class ChaseTalks(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>So many talks at once.</summary>
    public const int Most = 200;

    /// <summary>Somebody else asks in the same moment: look again whom, so often.</summary>
    private const int MostTries = 3;

    /// <param name="Asked">Mails promised.</param>
    /// <param name="Already">People who were asked today already, or have yet to be told that they were.</param>
    public sealed record Result(int Asked, int Already);

    public async Task<Result> RunAsync(IReadOnlyCollection<Guid> talkIds, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChaseTalks);
        Rule.Require(talkIds.Count <= Most, ReturnsTexts.TooMany);

        for (var tries = 1; ; tries++)
        {
            try
            {
                return await AskAsync([.. talkIds], user, cancel);
            }
            catch (Exception failure) when (tries < MostTries && LostRace.Caused(failure))
            {
                // Whom the other one has asked meanwhile is not asked again.
            }
        }
    }

    private async Task<Result> AskAsync(List<Guid> ids, CurrentUser user, CancellationToken cancel)
    {
        var (today, day, now) = (user.Today, user.Today.DayNumber, clock.GetUtcNow());
        await using var db = await database.CreateDbContextAsync(cancel);
        var talks = await db.Evaluations.VisibleTo(user)
            .Where(e => ids.Contains(e.Id))
            .Include(e => e.Preparations).Include(e => e.Signatures)
            .AsNoTracking().AsSplitQuery()
            .ToListAsync(cancel);
        var records = talks.Select(talk => talk.ApprenticeshipId).Distinct().ToList();
        var people = await ReturnPeople.ReadAsync(db, user, records, cancel);
        var before = await db.TalkMails.VisibleTo(user)
            .Where(mail => ids.Contains(mail.EvaluationId) && TalkAsking.Kinds.Contains(mail.Kind)
                && (mail.Sequence == day || (mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt == null)))
            .Select(mail => new { mail.EvaluationId, mail.Kind, IsTodays = mail.Sequence == day, mail.RecipientId, mail.InPlaceOfId })
            .ToListAsync(cancel);
        var told = before.SelectMany(mail => new[] { mail.RecipientId, mail.InPlaceOfId }.OfType<Guid>().Select(person => (mail.EvaluationId, person, Only: mail.IsTodays ? (TalkMailKind?)null : mail.Kind))).ToHashSet();
        var (asked, already) = (0, 0);
        foreach (var talk in talks)
        {
            if (TalkAsk.For(talk, today) is not { } ask)
            {
                continue;
            }

            foreach (var one in people.Of(talk.ApprenticeshipId, ask.From, ask.What))
            {
                if (told.Contains((talk.Id, one.PersonId, null)) || told.Contains((talk.Id, one.PersonId, ask.What)))
                {
                    already++;
                    continue;
                }

                db.Add(new TalkMail(talk.Id, ask.What, day, one.PersonId, guestEmail: null, now));
                asked++;
            }
        }

        await db.SaveChangesAsync(cancel);
        return new Result(asked, already);
    }
}
