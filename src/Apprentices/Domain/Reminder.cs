using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// One promise to tell one person of one thing that is due, at one step. Unique by what it is about, due day, step and recipient, so
/// that a job killed or run twice neither loses nor doubles it. It stands in the recipient's inbox, and goes out in the one
/// <see cref="ReminderMail"/> she gets that day. It carries no content of what it is about.
/// </summary>
public sealed class Reminder : IVersioned
{
    private Reminder() { }

    /// <param name="decision">What is told to whom.</param>
    /// <param name="mailOn">The day of the mail it goes out in; empty: it stands in the inbox alone.</param>
    /// <param name="queuedAt">Now.</param>
    public Reminder(ReminderDecision decision, DateOnly? mailOn, DateTimeOffset queuedAt)
    {
        MailOn = mailOn;
        var fact = decision.Fact;
        (Subject, Kind, AboutId, DueOn) = (fact.Topic.Subject, fact.Topic.Kind, fact.AboutId, fact.DueOn);
        (Step, Rung, RecipientId, QueuedAt) = (decision.Step, decision.Rung, decision.RecipientId, queuedAt);
        ApprenticeshipId = fact.ApprenticeshipId;
        (EvaluationId, PlacementId, DutyId, ActionId) = (
            AboutA(ReminderSubject.Talk) ?? AboutA(ReminderSubject.Signature) ?? AboutA(ReminderSubject.Preparation),
            AboutA(ReminderSubject.HandOver), AboutA(ReminderSubject.Duty), AboutA(ReminderSubject.Action));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [NotPersonal]
    public ReminderSubject Subject { get; private set; }

    /// <summary>Of a duty, which kind.</summary>
    [NotPersonal]
    public DutyKind? Kind { get; private set; }

    /// <summary>The talk, placement, duty or action it is about: the same as the one of those keys that is set; of a log, the apprenticeship.</summary>
    [NotPersonal]
    public Guid AboutId { get; private set; }

    /// <summary>Whose training it is about; empty where it is the employer's own.</summary>
    public Guid? ApprenticeshipId { get; private set; }
    public Apprenticeship? Apprenticeship { get; private set; }
    public Guid? EvaluationId { get; private set; }
    public Evaluation? Evaluation { get; private set; }

    /// <summary>The placement whose hand-over it is about.</summary>
    public Guid? PlacementId { get; private set; }
    public Placement? Placement { get; private set; }
    public Guid? DutyId { get; private set; }
    public TrackedDuty? Duty { get; private set; }
    public Guid? ActionId { get; private set; }
    public AgreedAction? Action { get; private set; }

    /// <summary>The due day it was made for; another day makes other reminders.</summary>
    [NotPersonal]
    public DateOnly DueOn { get; private set; }

    /// <summary>Days after the due day; negative before it.</summary>
    [NotPersonal]
    public int Step { get; private set; }

    /// <summary>Why it is she who is told.</summary>
    [NotPersonal]
    public ReminderRung Rung { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid RecipientId { get; private set; }
    public Person Recipient { get; private set; } = null!;

    /// <summary>The first day on which it may go out in a mail; empty: it stands in the inbox alone.</summary>
    [NotPersonal]
    public DateOnly? MailOn { get; private set; }

    /// <summary>The mail it goes out in; empty until one is written.</summary>
    public Guid? MailId { get; private set; }
    public ReminderMail? Mail { get; private set; }

    [NotPersonal]
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it was called off: the day moved, it was done, or it is no longer hers.</summary>
    [NotPersonal]
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>When the recipient put it aside in her inbox.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When the recipient opened it in the app.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? ReadAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The one definition of "not yet told, and not called off", in SQL and in memory.</summary>
    public static Expression<Func<Reminder, bool>> Waiting { get; } =
        reminder => reminder.CancelledAt == null && (reminder.MailId == null ? reminder.MailOn != null : reminder.Mail!.SentAt == null);

    /// <summary>The one definition of "in no mail yet, and to go out in one", in SQL and in memory.</summary>
    public static Expression<Func<Reminder, bool>> Loose { get; } =
        reminder => reminder.CancelledAt == null && reminder.MailId == null && reminder.MailOn != null;

    /// <summary>The same as <see cref="ReminderRules.CannotWait"/>, for the database.</summary>
    public static Expression<Func<Reminder, bool>> CannotWait(DateOnly today, DateOnly next)
    {
        var kinds = ReminderRules.LawBound.Select(topic => topic.Kind).OfType<DutyKind>().ToList();
        var others = ReminderRules.LawBound.Where(topic => topic.Kind is null).Select(topic => topic.Subject).ToList();
        return reminder => reminder.DueOn >= today && reminder.DueOn < next
            && (reminder.Kind == null ? others.Contains(reminder.Subject) : kinds.Contains(reminder.Kind.Value));
    }

    public ReminderTopic Topic => new(Subject, Kind);

    /// <summary>Whether it was made for that decision.</summary>
    public bool Is(ReminderDecision decision) => AboutId == decision.Fact.AboutId && Subject == decision.Fact.Topic.Subject
        && DueOn == decision.Fact.DueOn && Step == decision.Step && RecipientId == decision.RecipientId;

    public void GoesIn(ReminderMail mail) => (MailId, Mail) = (mail.Id, mail);

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;

    /// <summary>It holds after all: the day was moved away and back before anything was sent.</summary>
    public void Renew(DateOnly? mailOn, DateTimeOffset at) => (CancelledAt, MailOn, QueuedAt, MailId, Mail) = (null, mailOn, at, null, null);

    /// <summary>Before it went out the recipient has chosen another rhythm, or HR another place for what it is about.</summary>
    public void Postpone(DateOnly? mailOn) => MailOn = mailOn;

    /// <summary>The recipient was entered twice: the reminder now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RecipientId = keptPersonId;

    private Guid? AboutA(ReminderSubject subject) => Subject == subject ? AboutId : null;
}
