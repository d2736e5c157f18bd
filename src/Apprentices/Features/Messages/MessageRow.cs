using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Features.Messages;

/// <summary>What a message is for.</summary>
public enum MessageKind
{
    /// <summary>What falls due for somebody that day.</summary>
    Reminder,
    Invitation,
    Cancellation,
    PrepareIt,
    HoldIt,
    SignIt,

    /// <summary>It invites somebody to sign in.</summary>
    SignIn,
}

/// <summary>Whether the invitation to sign in that a message brings still opens something.</summary>
public enum InvitationStanding
{
    /// <summary>The message brings none.</summary>
    None,
    Open,
    Used,

    /// <summary>Its days are over.</summary>
    Over,
}

/// <summary>What has become of a message.</summary>
public enum MessageFate
{
    All,

    /// <summary>It has not been tried yet.</summary>
    Waiting,

    /// <summary>It was tried in vain, and is tried again.</summary>
    Failed,
    GivenUp,
    Sent,
    CalledOff,
}

/// <summary>A message as HR sees it: to whom, about whom and what became of it. Never what it says.</summary>
public sealed record MessageRow
{
    public Guid Id { get; init; }
    public MessageKind Kind { get; init; }
    public Guid? RecipientId { get; init; }

    /// <summary>The recipient's name; a guest has only her address.</summary>
    public string Recipient { get; init; } = "";
    public Guid? AboutId { get; init; }

    /// <summary>The apprentice it is about; of a mail that reminds of several things, of the first of them.</summary>
    public string? About { get; init; }

    /// <summary>So many things it tells of.</summary>
    public int Items { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public DateTimeOffset? GivenUpAt { get; init; }
    public DateTimeOffset NextTryAt { get; init; }
    public int Failures { get; init; }
    public MailFailureKind? FailureKind { get; init; }
    public InvitationStanding Invitation { get; init; }

    public MessageFate Fate => this switch
    {
        { SentAt: not null } => MessageFate.Sent,
        { CancelledAt: not null } => MessageFate.CalledOff,
        { GivenUpAt: not null } => MessageFate.GivenUp,
        { FailureKind: not null } => MessageFate.Failed,
        _ => MessageFate.Waiting,
    };

    /// <summary>Whether it makes sense to send it again by hand.</summary>
    public bool MaySendAgain => Fate is MessageFate.GivenUp or MessageFate.Failed && Invitation is InvitationStanding.None or InvitationStanding.Open;

    /// <summary>Whether her invitation never reached her and opens nothing any more, so that only another one helps.</summary>
    public bool MustInviteAnew => Fate != MessageFate.Sent && Invitation == InvitationStanding.Over;

    /// <summary>The same as <see cref="Fate"/>, for the database.</summary>
    internal static Expression<Func<MessageRow, bool>> Has(MessageFate fate) => fate switch
    {
        MessageFate.Waiting => row => row.SentAt == null && row.CancelledAt == null && row.GivenUpAt == null && row.FailureKind == null,
        MessageFate.Failed => row => row.SentAt == null && row.CancelledAt == null && row.GivenUpAt == null && row.FailureKind != null,
        MessageFate.GivenUp => row => row.SentAt == null && row.CancelledAt == null && row.GivenUpAt != null,
        MessageFate.Sent => row => row.SentAt != null,
        MessageFate.CalledOff => row => row.SentAt == null && row.CancelledAt != null,
        _ => _ => true,
    };
}
