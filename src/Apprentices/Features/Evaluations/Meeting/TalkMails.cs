using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Promises mails about a talk. Nothing is saved here: the promise stands with what it is about, or neither does.</summary>
internal static class TalkMails
{
    /// <summary>Who holds a talk is told at once on her screen; the others after this time, if it still waits for them then.</summary>
    public static readonly TimeSpan TimeToSignTogether = TimeSpan.FromHours(1);

    /// <summary>
    /// An invitation to each who is to be there, as it stands now, and a cancellation to each who was invited and is no longer,
    /// or to all where nothing is agreed any more; needs the participants. What changed nothing promises nothing.
    /// </summary>
    public static async Task QueueMeetingAsync(AppDbContext db, Evaluation talk, DateTimeOffset at, CancellationToken cancel)
    {
        var before = db.Entry(talk).Property(e => e.CalendarSequence).OriginalValue;
        if (db.Entry(talk).State != EntityState.Added && before == talk.CalendarSequence)
        {
            return;
        }

        var isOn = talk is { State: EvaluationState.Planned, PlannedOn: not null };
        var attendees = isOn ? (await TalkAttendees.ReadAsync(db, talk, cancel)).Where(one => one.Addressee is not null).ToList() : [];
        var known = await db.TalkMails
            .Where(mail => mail.EvaluationId == talk.Id && mail.Kind == TalkMailKind.Invitation)
            .Select(mail => new { mail.RecipientId, mail.GuestEmail, mail.Addressee })
            .Distinct()
            .ToListAsync(cancel);
        var attending = attendees.Select(one => one.Addressee!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var one in attendees.DistinctBy(one => one.Addressee, StringComparer.OrdinalIgnoreCase))
        {
            db.Add(new TalkMail(talk.Id, TalkMailKind.Invitation, talk.CalendarSequence, one.PersonId, one.PersonId is null ? one.Email : null, at));
        }

        foreach (var one in known.Where(one => !attending.Contains(one.Addressee)))
        {
            db.Add(new TalkMail(talk.Id, TalkMailKind.Cancellation, talk.CalendarSequence, one.RecipientId, one.GuestEmail, at));
        }
    }

    /// <summary>
    /// Tells those whose turn it has now become to sign the talk, or an addendum; the one place that does it. Called before saving, with
    /// the signatures and, for an addendum, the addenda. Nobody is told twice a day, and none of the content is in it.
    /// </summary>
    /// <param name="db">Where the promise is kept; nothing is saved.</param>
    /// <param name="talk">The talk as it stands now.</param>
    /// <param name="addendum">The addendum, from 1; 0: the talk itself.</param>
    /// <param name="before">Whose turn it was before; they have been told.</param>
    /// <param name="user">Who did it; she needs no mail.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="wait">How long they are given to sign before they are written to.</param>
    public static async Task QueueTurnAsync(
        AppDbContext db, Evaluation talk, int addendum, FormParties before, CurrentUser user, DateTimeOffset at, CancellationToken cancel, TimeSpan wait = default)
    {
        var now = talk.Turn(addendum) & ~before;
        if (now == FormParties.None)
        {
            return;
        }

        var day = user.Today.DayNumber;
        var people = await TalkWaiting.OfAsync(db, talk.ApprenticeshipId, now, user.Today, cancel);
        var told = await db.TalkMails
            .Where(mail => mail.EvaluationId == talk.Id && mail.Kind == TalkMailKind.SignIt && mail.Sequence == day)
            .Select(mail => mail.RecipientId)
            .ToListAsync(cancel);
        db.AddRange(people.Where(person => person != user.PersonId && !told.Contains(person))
            .Select(person => new TalkMail(talk.Id, TalkMailKind.SignIt, day, person, guestEmail: null, at, wait)));
    }
}

/// <summary>Whom a talk waits for.</summary>
internal static class TalkWaiting
{
    /// <summary>Those whose turn it is to sign, by their roles today.</summary>
    public static async Task<IReadOnlyList<Guid>> SignersAsync(AppDbContext db, Evaluation talk, DateOnly today, int addendum, CancellationToken cancel)
    {
        var parties = talk.Turn(addendum);
        return parties == FormParties.None ? [] : await OfAsync(db, talk.ApprenticeshipId, parties, today, cancel);
    }

    /// <summary>Who is there as those parties today; nobody twice.</summary>
    public static async Task<IReadOnlyList<Guid>> OfAsync(AppDbContext db, Guid apprenticeshipId, FormParties parties, DateOnly today, CancellationToken cancel)
    {
        var record = await db.Apprenticeships
            .Where(a => a.Id == apprenticeshipId)
            .Select(a => new
            {
                a.PersonId,
                People = a.Assignments.Where(s => s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
                    .Select(s => new { s.Role, s.PersonId }).ToList(),
            })
            .SingleAsync(cancel);
        return
        [
            .. (parties.HasFlag(FormParties.Apprentice) ? [record.PersonId] : Array.Empty<Guid>())
                .Concat(record.People.Where(one => parties.HasFlag(Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)))).Select(one => one.PersonId))
                .Distinct(),
        ];
    }
}
