using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>The mail that is still to be sent: how much, and since when the oldest of it could have been.</summary>
public sealed record MailWaiting(int Count, DateTimeOffset? OldestDueAt)
{
    public static MailWaiting Nothing { get; } = new(0, null);

    public static async Task<MailWaiting> ReadAsync(AppDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var talkMails = db.TalkMails.Where(mail => mail.SentAt == null && mail.CancelledAt == null && mail.Failures < Reminder.MostFailures);
        var count = await db.Reminders.CountAsync(Reminder.Waiting, cancel) + await talkMails.CountAsync(cancel);
        var reminder = await db.Reminders.Where(Reminder.ToSendAt(now)).OrderBy(row => row.NextTryAt).Select(row => (DateTimeOffset?)row.NextTryAt).FirstOrDefaultAsync(cancel);
        var talkMail = await db.TalkMails.Where(TalkMail.ToSendAt(now)).OrderBy(row => row.NextTryAt).Select(row => (DateTimeOffset?)row.NextTryAt).FirstOrDefaultAsync(cancel);
        return new MailWaiting(count, reminder is null || talkMail < reminder ? talkMail : reminder);
    }
}
