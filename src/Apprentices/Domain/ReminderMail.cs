namespace Apprentices.Domain;

/// <summary>The one mail in which a person is told of what is due for her that day.</summary>
public sealed class ReminderMail : QueuedMail
{
    private ReminderMail() { }

    public ReminderMail(Guid recipientId, DateTimeOffset queuedAt) : base(queuedAt, TimeSpan.Zero) => RecipientId = recipientId;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid RecipientId { get; private set; }
    public Person Recipient { get; private set; } = null!;

    /// <summary>The recipient was entered twice: it now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RecipientId = keptPersonId;
}
