using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>
/// Every minute: send the mails promised about talks, each in its reader's language. What a later change has made untrue is
/// called off in place of being sent. Invitations and cancellations go at once; what asks somebody for something, in working hours.
/// </summary>
public sealed class SendTalkMails(
    IDbContextFactory<AppDbContext> database, IMailer mailer, MailQueue queue, IOptions<MailSettings> settings, JobProgress progress, TimeProvider clock)
{
    /// <summary>So many talks whose people have changed are told of in a run; the others in the next one.</summary>
    private const int MostFollowed = 50;

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!mailer.IsOn)
        {
            return 0;
        }

        await FollowAsync(cancel);
        var terms = await BeginAsync(cancel);
        return await queue.SendAsync(mailer, new MailWriter<TalkMail>(Together: 1, (rows, stop) => WriteAsync(rows, terms, stop)), progress, cancel);
    }

    /// <summary>What asks somebody for something waits for working hours, and goes to whoever is there in her place.</summary>
    private async Task<ReminderTerms> BeginAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await HoldBackAsync(db, cancel);
        var terms = await ReminderFacts.TermsAsync(db, clock.Today(), cancel);
        if (await HandOnAsync(db, terms, cancel))
        {
            await HoldBackAsync(db, cancel);
        }

        return terms;
    }

    private Task HoldBackAsync(AppDbContext db, CancellationToken cancel)
    {
        var waiting = Asking(db).Where(mail => mail.Failures > 0 || mail.FailureKind == null);
        return MailHours.HoldBackAsync(db, clock, waiting, waiting, mail => mail.RecipientId!.Value, (mails, _) => mails, cancel);
    }

    private IQueryable<TalkMail> Asking(AppDbContext db) =>
        db.TalkMails.Where(QueuedMail.ToSendAt<TalkMail>(clock.GetUtcNow())).Where(mail => TalkAsking.Kinds.Contains(mail.Kind));

    /// <returns>Whether anything goes to somebody else than was asked.</returns>
    private async Task<bool> HandOnAsync(AppDbContext db, ReminderTerms terms, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var away = terms.Leaves.SelectMany(hers => hers).Where(leave => leave.IsOn(today)).Select(leave => (Guid?)leave.PersonId).ToList();
        var rows = away.Count == 0 ? [] : await Asking(db).Where(mail => away.Contains(mail.RecipientId)).ToListAsync(cancel);
        var ids = rows.Select(row => row.EvaluationId).ToList();
        var known = (await db.TalkMails.Where(mail => ids.Contains(mail.EvaluationId) && TalkAsking.Kinds.Contains(mail.Kind))
            .Select(mail => new { mail.EvaluationId, mail.Kind, mail.Sequence, mail.RecipientId }).ToListAsync(cancel))
            .Select(mail => (mail.EvaluationId, mail.Kind, mail.Sequence, mail.RecipientId)).ToHashSet();
        foreach (var row in rows)
        {
            var asking = await TalkAsking.ReadAsync(db, await TalkAsync(db, row.EvaluationId, cancel), row.Kind, today, cancel);
            var told = asking.People.Contains(row.RecipientId!.Value) ? asking.ToldFor(row.RecipientId.Value, today, terms) : [];
            if (told.Count > 0 && !told.Contains(row.RecipientId.Value))
            {
                db.AddRange(told.Where(person => known.Add((row.EvaluationId, row.Kind, row.Sequence, person)))
                    .Select(person => new TalkMail(row.EvaluationId, row.Kind, row.Sequence, person, guestEmail: null, now)));
                row.Cancel(now);
            }
        }

        return await SavedAsync(db, cancel) && rows.Count > 0;
    }

    /// <summary>
    /// Whoever got a role on the record since the invitations went is invited too, whoever has left is told, and so are all where
    /// the day fell away with a change of the contract.
    /// </summary>
    private async Task FollowAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        await using var db = await database.CreateDbContextAsync(cancel);
        var invitations = db.TalkMails.Where(mail => mail.Kind == TalkMailKind.Invitation && mail.CancelledAt == null);
        var talks = await db.Evaluations
            .Where(e => e.State == EvaluationState.Planned && (e.PlannedOn == null || e.PlannedOn >= today))
            .Where(e => invitations.Any(mail => mail.EvaluationId == e.Id && mail.Sequence == e.CalendarSequence))
            .Where(e => e.PlannedOn == null
                || e.Apprenticeship.Assignments.Any(s => s.Role <= AssignmentRole.Instructor && s.FromOn <= e.PlannedOn && (s.ToOn == null || s.ToOn >= e.PlannedOn)
                    && !invitations.Any(mail => mail.EvaluationId == e.Id && mail.Sequence == e.CalendarSequence && mail.RecipientId == s.PersonId))
                || invitations.Any(mail => mail.EvaluationId == e.Id && mail.Sequence == e.CalendarSequence && mail.RecipientId != null
                    && mail.RecipientId != e.Apprenticeship.PersonId
                    && !e.Participants.Any(one => one.PersonId == mail.RecipientId)
                    && !e.Apprenticeship.Assignments.Any(s => s.PersonId == mail.RecipientId && s.Role <= AssignmentRole.Instructor
                        && s.FromOn <= e.PlannedOn && (s.ToOn == null || s.ToOn >= e.PlannedOn))))
            .Include(e => e.Participants)
            .OrderBy(e => e.Id)
            .Take(MostFollowed)
            .ToListAsync(cancel);
        foreach (var talk in talks)
        {
            talk.TellCalendars();
            await TalkMails.QueueMeetingAsync(db, talk, clock.GetUtcNow(), cancel);
        }

        await SavedAsync(db, cancel);
    }

    /// <returns>Whether it is saved; where somebody has changed one of them meanwhile, the next run looks again.</returns>
    private static async Task<bool> SavedAsync(AppDbContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            return false;
        }
    }

    /// <summary>Each just before it goes out: whether a cancellation is of use depends on what has gone before it.</summary>
    private async Task<IReadOnlyDictionary<Guid, Mail>> WriteAsync(IReadOnlyList<TalkMail> rows, ReminderTerms terms, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        Dictionary<Guid, Mail> mails = [];
        foreach (var row in rows)
        {
            if (await MailOfAsync(db, row, terms, cancel) is { } mail)
            {
                mails.Add(row.Id, mail);
            }
        }

        return mails;
    }

    private async Task<Mail?> MailOfAsync(AppDbContext db, TalkMail row, ReminderTerms terms, CancellationToken cancel)
    {
        if (await db.People.AnyAsync(p => p.Id == row.RecipientId && p.DeactivatedAt != null, cancel))
        {
            return null;
        }

        var talk = await TalkAsync(db, row.EvaluationId, cancel);
        var attendees = await TalkAttendees.ReadAsync(db, talk, cancel);
        var asking = TalkAsking.Kinds.Contains(row.Kind) ? await TalkAsking.ReadAsync(db, talk, row.Kind, clock.Today(), cancel) : null;
        var holds = asking is not null ? asking.Asks(row.RecipientId!.Value, clock.Today(), terms) : await HoldsAsync(db, row, talk, attendees, cancel);
        if (!holds || await ReaderAsync(db, row, attendees, cancel) is not { } reader)
        {
            return null;
        }

        var isUpdate = row.Kind == TalkMailKind.Invitation && await WasInvitedAsync(db, row, cancel);
        return new TalkLetter(row, talk, reader, attendees, settings.Value, isUpdate) { IsInPlace = asking?.People.Contains(row.RecipientId!.Value) == false }
            .Write(clock.Today(), clock.GetUtcNow());
    }

    private static Task<Evaluation> TalkAsync(AppDbContext db, Guid id, CancellationToken cancel) => db.Evaluations
        .Where(e => e.Id == id)
        .Include(e => e.Apprenticeship).ThenInclude(a => a.Person)
        .Include(e => e.Participants).Include(e => e.Moves).Include(e => e.Preparations).Include(e => e.Signatures).Include(e => e.Addenda)
        .AsNoTracking().AsSplitQuery()
        .SingleAsync(cancel);

    /// <summary>Whether an invitation, or a cancellation, is still of use.</summary>
    private async Task<bool> HoldsAsync(AppDbContext db, TalkMail row, Evaluation talk, IReadOnlyList<TalkAttendee> attendees, CancellationToken cancel)
    {
        var today = clock.Today();
        if (row.Kind == TalkMailKind.Invitation)
        {
            return talk.State == EvaluationState.Planned && talk.PlannedOn >= today && talk.CalendarSequence == row.Sequence
                && attendees.Any(one => string.Equals(one.Addressee, row.Addressee, StringComparison.OrdinalIgnoreCase));
        }

        return TalkLetter.DayOf(talk)?.On >= today
            && await WasInvitedAsync(db, row, cancel)
            && !await InvitationsOf(db, row).AnyAsync(mail => mail.Sequence > row.Sequence, cancel);
    }

    /// <summary>Whether the meeting is in her calendar by an earlier invitation, or may be.</summary>
    private static Task<bool> WasInvitedAsync(AppDbContext db, TalkMail row, CancellationToken cancel) =>
        InvitationsOf(db, row).Where(mail => mail.Sequence < row.Sequence).AnyAsync(QueuedMail.MayHaveArrived<TalkMail>(), cancel);

    private static IQueryable<TalkMail> InvitationsOf(AppDbContext db, TalkMail row) =>
        db.TalkMails.Where(mail => mail.EvaluationId == row.EvaluationId && mail.Kind == TalkMailKind.Invitation && mail.Addressee == row.Addressee);

    /// <summary>Who reads it; one who is no longer in the talk is still told that it is off for her.</summary>
    private static async Task<TalkAttendee?> ReaderAsync(AppDbContext db, TalkMail row, IReadOnlyList<TalkAttendee> attendees, CancellationToken cancel)
    {
        if (attendees.FirstOrDefault(one => string.Equals(one.Addressee, row.Addressee, StringComparison.OrdinalIgnoreCase)) is { } there)
        {
            return there;
        }

        return row.RecipientId is { } id
            ? await db.People.Where(p => p.Id == id)
                .Select(p => new TalkAttendee(p.Id, p.GivenName, p.GivenName + " " + p.FamilyName, p.Email, p.Language, false, false)).SingleOrDefaultAsync(cancel)
            : row.GuestEmail is { } email ? new TalkAttendee(null, "", "", email, Language.Bokmal, IsApprentice: false, ByRole: false) : null;
    }
}
