using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// Every minute: send what is promised, one reminder at a time. Killed half-way or run twice, it loses none; at worst the
/// one in flight is sent again, under the same Message-ID.
/// </summary>
public sealed class SendQueuedReminders(
    IDbContextFactory<AppDbContext> database, IMailer mailer, IOptions<MailSettings> settings, IOptions<ReminderSettings> reminders,
    TimeProvider clock)
{
    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static readonly TimeSpan Lease = MailQueue.Lease;

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        // What was promised before they were turned off waits too; turned on again, only what still holds is sent.
        if (!mailer.IsOn || !reminders.Value.Enabled)
        {
            return 0;
        }

        return await new MailQueue(database, mailer, settings.Value, clock).SendAsync<Reminder>(Reminder.ToSendAt, MailOfAsync, cancel);
    }

    /// <summary>The mail, if it still holds: that day's step, and what it is about still to be done by the recipient.</summary>
    private async Task<Mail?> MailOfAsync(AppDbContext db, Reminder reminder, CancellationToken cancel)
    {
        var today = clock.Today();
        if (reminder.StepOn(today) != reminder.Step)
        {
            return null;
        }

        return reminder.PlacementId is null
            ? (await AboutTalkAsync(db, reminder.Id, today, cancel))?.Write(today, settings.Value.PublicAddress)
            : (await AboutHandOverAsync(db, reminder.Id, today, cancel))?.Write(today, settings.Value.PublicAddress);
    }

    /// <summary>The talk to be held, on that day, the training not over, the recipient concerned.</summary>
    private static Task<ReminderMail?> AboutTalkAsync(AppDbContext db, Guid id, DateOnly today, CancellationToken cancel) => db.Reminders
        .Where(r => r.Id == id)
        .Where(r => r.Evaluation!.State == EvaluationState.Planned && r.Evaluation.DueOn == r.DueOn && r.Evaluation.Apprenticeship.EndsOn >= today)
        .Where(r => r.Evaluation!.Apprenticeship.PersonId == r.RecipientId || r.Evaluation.Apprenticeship.Assignments.Any(s =>
            s.PersonId == r.RecipientId && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))
        .Select(r => new ReminderMail(
            r.Id, r.Evaluation!.Id, r.Evaluation.Number, r.DueOn, r.Recipient.GivenName, r.Recipient.FamilyName, r.Recipient.Email,
            r.Recipient.Language, r.Evaluation.Apprenticeship.PersonId == r.RecipientId, r.Evaluation.Apprenticeship.Person.GivenName))
        .SingleOrDefaultAsync(cancel);

    /// <summary>The hand-over not confirmed, from that day, the training not over, hers to receive.</summary>
    private static Task<HandOverMail?> AboutHandOverAsync(AppDbContext db, Guid id, DateOnly today, CancellationToken cancel) => (
        from reminder in db.Reminders
        join placement in db.Placements.Where(Placement.WaitsForConfirmationOn(today)) on reminder.PlacementId equals placement.Id
        where reminder.Id == id && placement.FromOn == reminder.DueOn && placement.InstructorId == reminder.RecipientId && placement.Apprenticeship.EndsOn >= today
        select new HandOverMail(
            reminder.Id, placement.Id, placement.FromOn, reminder.Recipient.GivenName, reminder.Recipient.FamilyName, reminder.Recipient.Email,
            reminder.Recipient.Language, placement.Apprenticeship.Person.GivenName)).SingleOrDefaultAsync(cancel);
}
