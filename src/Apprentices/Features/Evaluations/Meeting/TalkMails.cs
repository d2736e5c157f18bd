using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Promises mails about a talk. Nothing is saved here: the promise stands with what it is about, or neither does.</summary>
internal static class TalkMails
{
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
}
