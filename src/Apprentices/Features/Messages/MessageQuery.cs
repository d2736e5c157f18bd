using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.Messages;

/// <summary>What the messages are narrowed to. It stands in the address and comes back from it.</summary>
/// <param name="Fate">What has become of them.</param>
/// <param name="Kind">What they are for.</param>
/// <param name="Person">What is typed of the recipient's or the apprentice's name.</param>
/// <param name="Days">Promised within so many days.</param>
public sealed record MessageQuery(MessageFate Fate = MessageFate.All, MessageKind? Kind = null, string? Person = null, int? Days = null)
{
    /// <summary>The periods one can choose, in days.</summary>
    public static readonly int[] Periods = [1, 7, 30, 90, 365];

    public bool HasChoices => Kind is not null || Person is not null || Days is not null;

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static MessageQuery From(string? fate, string? kind, string? person, string? days) => new(
        Enum.TryParse<MessageFate>(fate, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : MessageFate.All,
        Enum.TryParse<MessageKind>(kind, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null,
        string.IsNullOrWhiteSpace(person) ? null : person.Trim(),
        int.TryParse(days, CultureInfo.InvariantCulture, out var count) && Periods.Contains(count) ? count : null);

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(int page = 1)
    {
        (string Name, string? Value)[] all =
        [
            ("fate", Fate == MessageFate.All ? null : Fate.ToString()),
            ("kind", Kind?.ToString()),
            ("person", Person),
            ("days", Days?.ToString(CultureInfo.InvariantCulture)),
            ("page", page > 1 ? $"{page}" : null),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? MessageLinks.Messages : $"{MessageLinks.Messages}?{string.Join('&', given)}";
    }

    /// <summary>The messages that the choices let through; not yet what became of them.</summary>
    internal IQueryable<MessageRow> Chosen(AppDbContext db, CurrentUser user, DateTimeOffset now)
    {
        var rows = All(db, user, now);
        rows = Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        if (Days is { } days)
        {
            var since = now.AddDays(-days);
            rows = rows.Where(row => row.QueuedAt >= since);
        }

        if (Person is null)
        {
            return rows;
        }

        var people = db.People.VisibleTo(db, user).Found(Person);
        var ids = people.Select(p => (Guid?)p.Id);
        var mails = db.Reminders.Where(r => ids.Contains(r.Apprenticeship!.PersonId)).Select(r => r.MailId);
        return rows.Where(row => ids.Contains(row.RecipientId) || ids.Contains(row.AboutId) || mails.Contains(row.Id));
    }

    internal static IQueryable<MessageRow> Sorted(IQueryable<MessageRow> rows) => rows.OrderByDescending(row => row.QueuedAt).ThenBy(row => row.Id);

    /// <summary>Reminders, mails about talks and invitations to sign in as one, in one statement.</summary>
    private static IQueryable<MessageRow> All(AppDbContext db, CurrentUser user, DateTimeOffset now) => db.ReminderMails.VisibleTo(user)
        .Select(mail => new { Mail = mail, First = db.Reminders.Where(r => r.MailId == mail.Id).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Select(r => r.Apprenticeship!.Person).FirstOrDefault() })
        .Select(row => new MessageRow
        {
            Id = row.Mail.Id,
            Kind = MessageKind.Reminder,
            RecipientId = row.Mail.RecipientId,
            Recipient = row.Mail.Recipient.GivenName + " " + row.Mail.Recipient.FamilyName,
            AboutId = row.First!.Id,
            About = row.First.GivenName + " " + row.First.FamilyName,
            Items = db.Reminders.Count(r => r.MailId == row.Mail.Id),
            QueuedAt = row.Mail.QueuedAt,
            SentAt = row.Mail.SentAt,
            CancelledAt = row.Mail.CancelledAt,
            GivenUpAt = row.Mail.GivenUpAt,
            NextTryAt = row.Mail.NextTryAt,
            Failures = row.Mail.Failures,
            FailureKind = row.Mail.FailureKind,
            Invitation = InvitationStanding.None,
        })
        .Concat(db.TalkMails.VisibleTo(user).Select(mail => new MessageRow
        {
            Id = mail.Id,
            Kind = mail.Kind == TalkMailKind.Invitation ? MessageKind.Invitation
                : mail.Kind == TalkMailKind.Cancellation ? MessageKind.Cancellation
                : mail.Kind == TalkMailKind.PrepareIt ? MessageKind.PrepareIt
                : mail.Kind == TalkMailKind.HoldIt ? MessageKind.HoldIt : MessageKind.SignIt,
            RecipientId = mail.RecipientId,
            Recipient = mail.RecipientId == null ? mail.GuestEmail! : mail.Recipient!.GivenName + " " + mail.Recipient.FamilyName,
            AboutId = mail.Evaluation.Apprenticeship.PersonId,
            About = mail.Evaluation.Apprenticeship.Person.GivenName + " " + mail.Evaluation.Apprenticeship.Person.FamilyName,
            Items = 1,
            QueuedAt = mail.QueuedAt,
            SentAt = mail.SentAt,
            CancelledAt = mail.CancelledAt,
            GivenUpAt = mail.GivenUpAt,
            NextTryAt = mail.NextTryAt,
            Failures = mail.Failures,
            FailureKind = mail.FailureKind,
            Invitation = InvitationStanding.None,
        }))
        .Concat(db.InvitationMails.VisibleTo(user).Select(mail => new MessageRow
        {
            Id = mail.Id,
            Kind = MessageKind.SignIn,
            RecipientId = mail.Invitation.PersonId,
            Recipient = mail.Invitation.Person.GivenName + " " + mail.Invitation.Person.FamilyName,
            AboutId = mail.Invitation.PersonId,
            About = mail.Invitation.Person.GivenName + " " + mail.Invitation.Person.FamilyName,
            Items = 1,
            QueuedAt = mail.QueuedAt,
            SentAt = mail.SentAt,
            CancelledAt = mail.CancelledAt,
            GivenUpAt = mail.GivenUpAt,
            NextTryAt = mail.NextTryAt,
            Failures = mail.Failures,
            FailureKind = mail.FailureKind,
            Invitation = mail.Invitation.UsedAt != null ? InvitationStanding.Used : mail.Invitation.ExpiresAt > now ? InvitationStanding.Open : InvitationStanding.Over,
        }));
}
