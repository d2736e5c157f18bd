using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>That somebody other than the apprentice opened what was said in a talk. The apprentice sees each. Added, never changed.</summary>
public sealed class TalkOpening
{
    private TalkOpening() { }

    public TalkOpening(Guid evaluationId, Guid personId, DateTimeOffset openedAt) => (EvaluationId, PersonId, OpenedAt) = (evaluationId, personId, openedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset OpenedAt { get; private set; }
}

/// <summary>
/// The hash of a file as it was handed out: whoever holds the file can have it checked. It says nothing of what is in it, and
/// stays when the talk is deleted.
/// </summary>
public sealed class IssuedDocument
{
    private IssuedDocument() { }

    public IssuedDocument(string hash, DateTimeOffset issuedAt) => (Hash, IssuedAt) = (hash, issuedAt);

    /// <summary>The SHA-256 of the file's bytes, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";
    public DateTimeOffset IssuedAt { get; private set; }
}

/// <summary>What a mail about a talk is for.</summary>
public enum TalkMailKind
{
    /// <summary>The meeting as it stands, for her calendar (RFC 5545 REQUEST).</summary>
    Invitation,

    /// <summary>The meeting is called off, or she is no longer in it (RFC 5545 CANCEL).</summary>
    Cancellation,

    /// <summary>She has not prepared it yet.</summary>
    PrepareIt,

    /// <summary>It waits for being held.</summary>
    HoldIt,

    /// <summary>It waits for her signature.</summary>
    SignIt,
}

/// <summary>
/// One mail about one talk to one person or guest. The row is the queue, as with <see cref="Reminder"/>; it carries no content
/// of the talk, and an invitation is unique by its sequence.
/// </summary>
public sealed class TalkMail : IQueuedMail
{
    private TalkMail() { }

    public TalkMail(Guid evaluationId, TalkMailKind kind, int sequence, Guid? recipientId, string? guestEmail, DateTimeOffset queuedAt, TimeSpan wait = default) =>
        (EvaluationId, Kind, Sequence, RecipientId, GuestEmail, Addressee, QueuedAt, NextTryAt) =
            (evaluationId, kind, sequence, recipientId, guestEmail, recipientId?.ToString() ?? guestEmail ?? "", queuedAt, queuedAt + wait);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [NotPersonal]
    public TalkMailKind Kind { get; private set; }

    /// <summary>The SEQUENCE of an invitation or its cancellation; of another mail the day it is for, as a day number.</summary>
    [NotPersonal]
    public int Sequence { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? RecipientId { get; private set; }
    public Person? Recipient { get; private set; }

    /// <summary>The address of a guest who is not known here.</summary>
    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? GuestEmail { get; private set; }

    /// <summary>The recipient's id or the guest's address: what makes a mail of a sequence one.</summary>
    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string Addressee { get; private set; } = "";

    [NotPersonal]
    public DateTimeOffset QueuedAt { get; private set; }

    [NotPersonal]
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was called off: a later sequence has taken its place, or it is no longer true.</summary>
    [NotPersonal]
    public DateTimeOffset? CancelledAt { get; private set; }

    [NotPersonal]
    public int Failures { get; private set; }

    /// <summary>When it may be tried next; a sender that takes it moves this ahead, so that no other takes it too.</summary>
    [NotPersonal]
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>What the mail server said last; never a name or an address.</summary>
    [NotPersonal]
    public string? LastFailure { get; private set; }

    /// <summary>Why it failed last; what the mail server said is in <see cref="LastFailure"/>.</summary>
    [NotPersonal]
    public MailFailureKind? FailureKind { get; private set; }

    /// <summary>When it was given up: it cannot arrive, or was tried too often.</summary>
    [NotPersonal]
    public DateTimeOffset? GivenUpAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The one definition of "to be sent now", in SQL and in memory.</summary>
    public static Expression<Func<TalkMail, bool>> ToSendAt(DateTimeOffset now) => mail =>
        mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt == null && mail.NextTryAt <= now;

    /// <summary>The one definition of "still to be sent, now or later", in SQL and in memory.</summary>
    public static Expression<Func<TalkMail, bool>> Waiting { get; } =
        mail => mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt == null;

    /// <summary>The one definition of "given up", in SQL and in memory.</summary>
    public static Expression<Func<TalkMail, bool>> GivenUp { get; } =
        mail => mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt != null;

    public void Claim(DateTimeOffset until) => NextTryAt = until;

    public void MarkSent(DateTimeOffset at) => (SentAt, FailureKind, LastFailure) = (at, null, null);

    public void MarkFailed(MailFailureKind kind, string said, DateTimeOffset at, DateTimeOffset nextTryAt)
    {
        (Failures, FailureKind, LastFailure, NextTryAt) = (Failures + 1, kind, said, nextTryAt);
        GivenUpAt = kind.IsForGood() || Failures >= Reminder.MostFailures ? at : null;
    }

    public void SendAgain(DateTimeOffset at)
    {
        Rule.Require(SentAt is null && CancelledAt is null && FailureKind is not null, RuleTexts.MessageNotFailed);

        if (GivenUpAt is not null || NextTryAt > at + IQueuedMail.LongestHold)
        {
            (Failures, GivenUpAt, NextTryAt) = (0, null, at);
        }
    }

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;

    /// <summary>The recipient was entered twice: it now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => (RecipientId, Addressee) = (keptPersonId, keptPersonId.ToString());
}
