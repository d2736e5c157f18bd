using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>The one mail in which a person is told of what is due for her that day.</summary>
public sealed class ReminderMail : QueuedMail
{
    private ReminderMail() { }

    public ReminderMail(Guid recipientId, DateTimeOffset queuedAt) : base(queuedAt) => RecipientId = recipientId;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid RecipientId { get; private set; }
    public Person Recipient { get; private set; } = null!;

    /// <summary>
    /// The one definition of "she has her mail of the day already, or one of before is still on its way", in SQL and in memory: then she gets
    /// no other that day, but what cannot wait (<see cref="ReminderRules.CannotWait"/>). One that was called off has told her nothing.
    /// </summary>
    /// <param name="dayBegan">The first instant of the day.</param>
    public static Expression<Func<ReminderMail, bool>> TakesTheDay(DateTimeOffset dayBegan)
    {
        var longAgo = LongAgo(dayBegan);
        return mail => mail.CancelledAt == null && (mail.QueuedAt >= dayBegan || mail.SentAt >= dayBegan
            || (mail.SentAt == null && mail.GivenUpAt == null && mail.QueuedAt >= longAgo));
    }

    /// <summary>The part of it that holds on a day without mails, too, and takes the next one.</summary>
    public static Expression<Func<ReminderMail, bool>> IsOnItsWay(DateTimeOffset dayBegan)
    {
        var longAgo = LongAgo(dayBegan);
        return mail => mail.CancelledAt == null && mail.SentAt == null && mail.GivenUpAt == null && mail.QueuedAt >= longAgo;
    }

    /// <summary>One that cannot be written does not keep others back for ever.</summary>
    private static DateTimeOffset LongAgo(DateTimeOffset dayBegan) => dayBegan.AddDays(-7);

    /// <summary>The recipient was entered twice: it now goes to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RecipientId = keptPersonId;
}
