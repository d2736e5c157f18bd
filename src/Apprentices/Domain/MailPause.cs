namespace Apprentices.Domain;

/// <summary>That no mail is sent for the time being, in any instance of the program. The row is there while it lasts.</summary>
public sealed class MailPause
{
    /// <summary>The key of the one row.</summary>
    public const int OnlyId = 1;

    private MailPause() { }

    public MailPause(Guid pausedById, DateTimeOffset pausedAt) => (Id, PausedById, PausedAt) = (OnlyId, pausedById, pausedAt);

    public int Id { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid PausedById { get; private set; }
    public Person PausedBy { get; private set; } = null!;

    [NotPersonal]
    public DateTimeOffset PausedAt { get; private set; }
}
