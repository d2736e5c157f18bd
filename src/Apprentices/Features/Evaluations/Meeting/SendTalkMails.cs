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
        var asking = await new AskingMails(database, clock).ReadAsync(cancel);
        var writer = new MailWriter<TalkMail>(Together: 1, (rows, stop) => WriteAsync(rows, asking.Terms, stop))
        {
            Which = mail => !TalkAsking.Kinds.Contains(mail.Kind) || asking.Ids.Contains(mail.Id),
        };
        return await queue.SendAsync(mailer, writer, progress, cancel);
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

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            // Somebody has changed one of them meanwhile; the next run looks again.
        }
    }

    /// <summary>Each just before it goes out: whether a cancellation is of use depends on what has gone before it.</summary>
    private async Task<IReadOnlyDictionary<Guid, Mail>> WriteAsync(IReadOnlyList<TalkMail> rows, ReminderTerms? terms, CancellationToken cancel)
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

    private async Task<Mail?> MailOfAsync(AppDbContext db, TalkMail row, ReminderTerms? terms, CancellationToken cancel)
    {
        if (await db.People.AnyAsync(p => p.Id == row.RecipientId && p.DeactivatedAt != null, cancel))
        {
            return null;
        }

        var talk = (await TalkAsking.TalksAsync(db, [row.EvaluationId], cancel)).Single();
        var attendees = await TalkAttendees.ReadAsync(db, talk, cancel);
        var holds = TalkAsking.Kinds.Contains(row.Kind) ? await AsksAsync(db, row, talk, terms, cancel) : await HoldsAsync(db, row, talk, attendees, cancel);
        if (!holds || await ReaderAsync(db, row, attendees, cancel) is not { } reader)
        {
            return null;
        }

        var isUpdate = row.Kind == TalkMailKind.Invitation && await WasInvitedAsync(db, row, cancel);
        return new TalkLetter(row, talk, reader, attendees, settings.Value, isUpdate) { IsInPlace = row.InPlaceOfId is not null }
            .Write(clock.Today(), clock.GetUtcNow());
    }

    /// <summary>Whether it is still asked of her, or of one in whose place she is told.</summary>
    private async Task<bool> AsksAsync(AppDbContext db, TalkMail row, Evaluation talk, ReminderTerms? terms, CancellationToken cancel)
    {
        var (today, asked) = (clock.Today(), row.AskedId!.Value);
        var asking = (await TalkAsking.ReadAsync(db, [talk], row.Kind, today, cancel))[talk.Id];
        return asking.WaitsFor(asked) && (row.InPlaceOfId is null || (terms is not null && asking.ToldFor(asked, today, terms).Contains(row.RecipientId!.Value)));
    }

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
