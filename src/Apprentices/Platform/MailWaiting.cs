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
        var count = await db.ReminderMails.CountAsync(QueuedMail.Waiting<ReminderMail>(), cancel) + await db.TalkMails.CountAsync(QueuedMail.Waiting<TalkMail>(), cancel)
            + await db.InvitationMails.CountAsync(QueuedMail.Waiting<InvitationMail>(), cancel);
        var oldest = new[] { await OldestAsync<ReminderMail>(), await OldestAsync<TalkMail>(), await OldestAsync<InvitationMail>() };
        return new MailWaiting(count, oldest.Min());

        Task<DateTimeOffset?> OldestAsync<T>() where T : QueuedMail =>
            db.Set<T>().Where(QueuedMail.ToSendAt<T>(now)).OrderBy(mail => mail.NextTryAt).Select(mail => (DateTimeOffset?)mail.NextTryAt).FirstOrDefaultAsync(cancel);
    }
}
