using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.People;

/// <summary>
/// Every minute: send the invitations that are to go by mail. Each try makes the secret anew; if one mail goes out twice, the later
/// one counts.
/// </summary>
public sealed class SendInvitations(
    IDbContextFactory<AppDbContext> database, IMailer mailer, MailQueue queue, IOptions<MailSettings> settings, IOptions<SignInSettings> signIn, JobProgress progress,
    TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancel = default) =>
        mailer.IsOn ? await queue.SendAsync(mailer, new MailWriter<InvitationMail>(Together: 1, WriteAsync), progress, cancel) : 0;

    /// <summary>Each just before it goes out: with its secret the one before it has none any more.</summary>
    private async Task<IReadOnlyDictionary<Guid, Mail>> WriteAsync(IReadOnlyList<InvitationMail> rows, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        Dictionary<Guid, Mail> mails = [];
        foreach (var row in rows)
        {
            if (await WriteAsync(db, row, cancel) is { } mail)
            {
                mails.Add(row.Id, mail);
            }
        }

        return mails;
    }

    private async Task<Mail?> WriteAsync(AppDbContext db, InvitationMail row, CancellationToken cancel)
    {
        var invitation = await db.Invitations.Include(one => one.Person).SingleOrDefaultAsync(one => one.Id == row.InvitationId, cancel);
        var now = clock.GetUtcNow();
        if (invitation is null || !invitation.IsUsableAt(now) || invitation.Person.DeactivatedAt is not null)
        {
            return null;
        }

        var secret = invitation.Renew(now, TimeSpan.FromDays(signIn.Value.InvitationDays));
        await db.SaveChangesAsync(cancel);
        return InvitationLetter.Write(row.Id, invitation.Person, secret, clock.DayOf(invitation.ExpiresAt), settings.Value.PublicAddress);
    }
}
