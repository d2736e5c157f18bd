using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Messages;

/// <summary>
/// HR has a message that failed tried afresh, with the pauses before it is given up counted anew. It is the same message, under the
/// same Message-ID; what no longer holds by then is called off. An invitation to sign in goes only while it opens something, and with a
/// secret of its own.
/// </summary>
public sealed class SendMessageAgain(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SendMessagesAgain);

        await using var db = await database.CreateDbContextAsync(cancel);
        QueuedMail? message = await db.ReminderMails.VisibleTo(user).SingleOrDefaultAsync(mail => mail.Id == id, cancel);
        message ??= await db.TalkMails.VisibleTo(user).SingleOrDefaultAsync(mail => mail.Id == id, cancel);
        message ??= await db.InvitationMails.VisibleTo(user).Include(mail => mail.Invitation).SingleOrDefaultAsync(mail => mail.Id == id, cancel);
        (message ?? throw new NotThereException()).SendAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
