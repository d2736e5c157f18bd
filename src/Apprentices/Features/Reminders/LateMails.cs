using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>
/// Mails that did not go when they were written: the server was away, or all mail was paused. They do not go out at night, on a holiday or in
/// somebody's quiet hours for that; but what the law binds does, where it is due before mails go again. What HR wants tried afresh goes at once.
/// </summary>
internal static class LateMails
{
    public static Task HoldBackAsync(AppDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var dayBegan = clock.StartOf(today);
        var waiting = db.ReminderMails.Where(QueuedMail.ToSendAt<ReminderMail>(clock.GetUtcNow()));
        return MailHours.HoldBackAsync(
            db, clock, waiting.Where(mail => mail.Failures > 0 || (mail.FailureKind == null && mail.QueuedAt < dayBegan)),
            waiting.Where(mail => mail.Failures > 0 || mail.FailureKind == null), mail => mail.RecipientId, CanWait, cancel);

        IQueryable<ReminderMail> CanWait(IQueryable<ReminderMail> mails, DateOnly until)
        {
            var urgent = db.Reminders.Where(reminder => reminder.CancelledAt == null).Where(Reminder.CannotWait(today, until));
            return mails.Where(mail => !urgent.Any(reminder => reminder.MailId == mail.Id));
        }
    }
}
