using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// One promise to tell one person of one talk's due day, or of one hand-over that waits for her, at one step. The row is the
/// queue: unique by talk or placement, due day, step and recipient, so that a job killed or run twice neither loses nor doubles
/// it. It carries no content of either.
/// </summary>
public sealed class Reminder : IQueuedMail
{
    /// <summary>After so many failures it is given up, and shown so.</summary>
    public const int MostFailures = 10;

    private Reminder() { }

    public Reminder(Guid evaluationId, DateOnly dueOn, int step, Guid recipientId, DateTimeOffset queuedAt) =>
        (EvaluationId, DueOn, Step, RecipientId, QueuedAt, NextTryAt) = (evaluationId, dueOn, step, recipientId, queuedAt, queuedAt);

    /// <summary>Of a hand-over: it is due on the placement's first day.</summary>
    public static Reminder OfHandOver(Guid placementId, DateOnly fromOn, int step, Guid recipientId, DateTimeOffset queuedAt) =>
        new() { PlacementId = placementId, DueOn = fromOn, Step = step, RecipientId = recipientId, QueuedAt = queuedAt, NextTryAt = queuedAt };

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The talk it is about; empty where it is about a hand-over.</summary>
    public Guid? EvaluationId { get; private set; }
    public Evaluation? Evaluation { get; private set; }

    /// <summary>The placement whose hand-over it is about; empty where it is about a talk.</summary>
    public Guid? PlacementId { get; private set; }
    public Placement? Placement { get; private set; }

    /// <summary>The due day it was made for; another day makes other reminders.</summary>
    [NotPersonal]
    public DateOnly DueOn { get; private set; }

    /// <summary>Days after the due day; negative before it.</summary>
    [NotPersonal]
    public int Step { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid RecipientId { get; private set; }
    public Person Recipient { get; private set; } = null!;

    [NotPersonal]
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When the mail server took it.</summary>
    [NotPersonal]
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was called off: the day moved, the talk was held, or the contract ended.</summary>
    [NotPersonal]
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>When the recipient opened it in the app.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>How often sending was tried in vain.</summary>
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
    public static Expression<Func<Reminder, bool>> ToSendAt(DateTimeOffset now) => reminder =>
        reminder.SentAt == null && reminder.CancelledAt == null && reminder.GivenUpAt == null && reminder.NextTryAt <= now;

    /// <summary>The one definition of "still to be sent, now or later", in SQL and in memory.</summary>
    public static Expression<Func<Reminder, bool>> Waiting { get; } =
        reminder => reminder.SentAt == null && reminder.CancelledAt == null && reminder.GivenUpAt == null;

    /// <summary>The one definition of "given up", in SQL and in memory.</summary>
    public static Expression<Func<Reminder, bool>> GivenUp { get; } =
        reminder => reminder.SentAt == null && reminder.CancelledAt == null && reminder.GivenUpAt != null;

    /// <summary>The step to tell of on a day, of what it is about.</summary>
    public int? StepOn(DateOnly today) => PlacementId is null ? ReminderSteps.On(today, DueOn) : ReminderSteps.OfHandOverOn(today, DueOn);

    public void Claim(DateTimeOffset until) => NextTryAt = until;

    public void MarkSent(DateTimeOffset at) => (SentAt, FailureKind, LastFailure) = (at, null, null);

    public void MarkFailed(MailFailureKind kind, string said, DateTimeOffset at, DateTimeOffset nextTryAt)
    {
        (Failures, FailureKind, LastFailure, NextTryAt) = (Failures + 1, kind, said, nextTryAt);
        GivenUpAt = kind.IsForGood() || Failures >= MostFailures ? at : null;
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

    /// <summary>It holds after all: the day was moved away and back before anything was sent.</summary>
    public void Renew(DateTimeOffset at) =>
        (CancelledAt, GivenUpAt, Failures, FailureKind, LastFailure, NextTryAt) = (null, null, 0, null, null, at);

    public void MarkRead(DateTimeOffset at) => ReadAt ??= at;

    /// <summary>The recipient was entered twice: the reminder now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RecipientId = keptPersonId;
}
