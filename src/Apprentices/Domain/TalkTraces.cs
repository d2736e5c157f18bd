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
public sealed class TalkMail : QueuedMail
{
    private TalkMail() { }

    public TalkMail(Guid evaluationId, TalkMailKind kind, int sequence, Guid? recipientId, string? guestEmail, DateTimeOffset queuedAt)
        : base(queuedAt) =>
        (EvaluationId, Kind, Sequence, RecipientId, GuestEmail, Addressee) =
            (evaluationId, kind, sequence, recipientId, guestEmail, recipientId?.ToString() ?? guestEmail ?? "");

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

    /// <summary>Of a mail that asks for something, the one who was asked where it goes to another in her place.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? InPlaceOfId { get; private set; }

    /// <summary>Who is asked, whoever is told.</summary>
    public Guid? AskedId => InPlaceOfId ?? RecipientId;

    /// <summary>The address of a guest who is not known here.</summary>
    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? GuestEmail { get; private set; }

    /// <summary>The recipient's id or the guest's address: what makes a mail of a sequence one.</summary>
    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string Addressee { get; private set; } = "";

    /// <summary>The same to another, in the place of who was asked.</summary>
    public TalkMail InPlace(Guid personId, DateTimeOffset at) =>
        new(EvaluationId, Kind, Sequence, personId, guestEmail: null, at) { InPlaceOfId = personId == AskedId ? null : AskedId };

    /// <summary>The recipient was entered twice: it now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => (RecipientId, Addressee) = (keptPersonId, keptPersonId.ToString());

    /// <summary>Who was asked was entered twice: it is the one that is kept.</summary>
    public void MoveAskedTo(Guid keptPersonId) => InPlaceOfId = keptPersonId == RecipientId ? null : keptPersonId;
}
