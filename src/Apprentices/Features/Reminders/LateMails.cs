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
    public static async Task HoldBackAsync(AppDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var (dayBegan, time) = (clock.StartOf(today), clock.LocalTimeZone.TimeOf(now));
        var waiting = db.ReminderMails.Where(QueuedMail.ToSendAt<ReminderMail>(now));
        if (!WorkingDays.IsWorkingDay(today) || time < NotificationChoice.MailsFrom)
        {
            var opens = WorkingDays.OnOrAfter(time < NotificationChoice.MailsFrom ? today : today.AddDays(1));
            var late = waiting.Where(mail => mail.Failures > 0 || (mail.FailureKind == null && mail.QueuedAt < dayBegan));
            await HoldAsync(CanWait(late, opens), clock.LocalTimeZone.At(opens, NotificationChoice.MailsFrom), cancel);
            return;
        }

        var unsent = waiting.Where(mail => mail.Failures > 0 || mail.FailureKind == null);
        var quiet = await unsent.SelectMany(mail => db.NotificationChoices.Where(choice => choice.PersonId == mail.RecipientId && choice.QuietFrom != null))
            .AsNoTracking().ToListAsync(cancel);
        foreach (var hers in quiet.Where(choice => choice.IsQuietAt(time)).DistinctBy(choice => choice.PersonId))
        {
            var ends = hers.QuietTo!.Value;
            var day = ends > time ? today : today.AddDays(1);
            await HoldAsync(CanWait(unsent.Where(mail => mail.RecipientId == hers.PersonId), day), clock.LocalTimeZone.At(day, ends), cancel);
        }

        IQueryable<ReminderMail> CanWait(IQueryable<ReminderMail> mails, DateOnly until)
        {
            var urgent = db.Reminders.Where(reminder => reminder.CancelledAt == null).Where(Reminder.CannotWait(today, until));
            return mails.Where(mail => !urgent.Any(reminder => reminder.MailId == mail.Id));
        }
    }

    private static Task<int> HoldAsync(IQueryable<ReminderMail> mails, DateTimeOffset until, CancellationToken cancel) =>
        mails.ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NextTryAt, until).SetProperty(mail => mail.Version, mail => mail.Version + 1), cancel);
}
