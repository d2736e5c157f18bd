using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Jobs;

/// <summary>How it stands with mail: which way it goes, what waits, what was given up and why, and whether it is paused.</summary>
public sealed class ShowMail(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<MailSettings> settings)
{
    /// <param name="IsOn">Whether there is a way out for mail.</param>
    /// <param name="Server">Which server.</param>
    /// <param name="From">Who mails come from.</param>
    /// <param name="Waiting">Messages still to be sent.</param>
    /// <param name="GivenUp">Messages that cannot arrive, or were tried too often.</param>
    /// <param name="LastFailure">Why one of those still open failed last.</param>
    /// <param name="Said">What the server said then.</param>
    /// <param name="Pause">Who has paused all sending, and since when.</param>
    public sealed record Details(bool IsOn, string? Server, string? From, int Waiting, int GivenUp, MailFailureKind? LastFailure, string? Said, Pause? Pause);

    public sealed record Pause(string By, DateTimeOffset At);

    public async Task<Details> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var mail = settings.Value;

        await using var db = await database.CreateDbContextAsync(cancel);
        var failed = await db.ReminderMails.Where(r => r.SentAt == null && r.CancelledAt == null && r.FailureKind != null)
            .Select(r => new { r.FailureKind, r.LastFailure, r.NextTryAt })
            .Concat(db.TalkMails.Where(r => r.SentAt == null && r.CancelledAt == null && r.FailureKind != null)
                .Select(r => new { r.FailureKind, r.LastFailure, r.NextTryAt }))
            .Concat(db.InvitationMails.Where(r => r.SentAt == null && r.CancelledAt == null && r.FailureKind != null)
                .Select(r => new { r.FailureKind, r.LastFailure, r.NextTryAt }))
            .OrderByDescending(one => one.NextTryAt)
            .FirstOrDefaultAsync(cancel);
        return new Details(
            mail.IsOn, mail.Way == MailWay.Graph ? new Uri(mail.GraphAddress).Host : mail.Host, mail.From,
            await db.ReminderMails.CountAsync(QueuedMail.Waiting<ReminderMail>(), cancel) + await db.TalkMails.CountAsync(QueuedMail.Waiting<TalkMail>(), cancel)
                + await db.InvitationMails.CountAsync(QueuedMail.Waiting<InvitationMail>(), cancel),
            await db.ReminderMails.CountAsync(QueuedMail.GivenUp<ReminderMail>(), cancel) + await db.TalkMails.CountAsync(QueuedMail.GivenUp<TalkMail>(), cancel)
                + await db.InvitationMails.CountAsync(QueuedMail.GivenUp<InvitationMail>(), cancel),
            failed?.FailureKind, failed?.LastFailure,
            await db.MailPauses.VisibleTo(user).Select(pause => new Pause(pause.PausedBy.GivenName + " " + pause.PausedBy.FamilyName, pause.PausedAt)).SingleOrDefaultAsync(cancel));
    }
}
