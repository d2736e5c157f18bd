namespace Apprentices.Domain;

/// <summary>How often somebody wants her reminders by mail.</summary>
public enum MailRhythm
{
    /// <summary>One mail on each working day on which there is something.</summary>
    Daily,

    /// <summary>One mail a week.</summary>
    Weekly,
}

/// <summary>
/// How somebody wants to be reminded. What the law binds may be bundled with other things and wait for her day, but not beyond the day it
/// is due, and it always comes by mail.
/// </summary>
public sealed class NotificationChoice : IVersioned
{
    private NotificationChoice() { }

    /// <summary>When reminders are made on a working day; no mail of them is written, and none that is late goes out, before.</summary>
    public static TimeOnly MailsFrom { get; } = new(7, 0);

    public NotificationChoice(Guid personId) => PersonId = personId;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public MailRhythm Rhythm { get; private set; }

    /// <summary>The day of the weekly mail; on a public holiday it comes on the next working day.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DayOfWeek WeeklyOn { get; private set; } = DayOfWeek.Monday;

    /// <summary>What is the house's own rule stands in the inbox alone.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public bool InboxOnly { get; private set; }

    /// <summary>From this time of the day on no mail is written, up to <see cref="QuietTo"/>; empty: at any time.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public TimeOnly? QuietFrom { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public TimeOnly? QuietTo { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <exception cref="RuleException">A day without mail, or hours that leave no time for one.</exception>
    public void Set(MailRhythm rhythm, DayOfWeek weeklyOn, bool inboxOnly, TimeOnly? quietFrom, TimeOnly? quietTo)
    {
        Rule.Require(weeklyOn is not (DayOfWeek.Saturday or DayOfWeek.Sunday), RuleTexts.WeeklyOnWorkingDay);
        Rule.Require((quietFrom is null) == (quietTo is null) && (quietFrom is null || quietFrom != quietTo), RuleTexts.QuietFromAndTo);
        Rule.Require(quietFrom is not { } from || quietTo is not { } to || FreeOn(from, to), RuleTexts.QuietTooLong);

        (Rhythm, WeeklyOn, InboxOnly, QuietFrom, QuietTo) = (rhythm, weeklyOn, inboxOnly, quietFrom, quietTo);
    }

    /// <summary>The day of the mail that tells of something promised on a day; nothing where it stands in the inbox alone.</summary>
    /// <param name="today">The working day on which it is promised.</param>
    /// <param name="dueOn">When it is due.</param>
    /// <param name="isLawBound">Whether the law binds it.</param>
    /// <param name="endsWithTheDay">Whether it is of no use once it is due; see <see cref="ReminderRules.EndsWithTheDay"/>.</param>
    public DateOnly? MailOn(DateOnly today, DateOnly dueOn, bool isLawBound, bool endsWithTheDay = false)
    {
        if (InboxOnly && !isLawBound)
        {
            return null;
        }

        if (Rhythm == MailRhythm.Daily)
        {
            return today;
        }

        // Her last day may have been a holiday, so that today is the day of that mail.
        var last = today.AddDays(-(((int)today.DayOfWeek - (int)WeeklyOn + 7) % 7));
        var day = WorkingDays.OnOrAfter(last) is var late && late >= today ? late : WorkingDays.OnOrAfter(last.AddDays(7));
        return dueOn >= today && ((isLawBound && dueOn < day) || (endsWithTheDay && dueOn <= day)) ? today : day;
    }

    /// <summary>Whether no mail is written at that time of the day.</summary>
    public bool IsQuietAt(TimeOnly time) => QuietFrom is { } from && QuietTo is { } to && time.IsBetween(from, to);

    /// <summary>Whether there is time for a mail on a working day after reminders are made.</summary>
    private static bool FreeOn(TimeOnly from, TimeOnly to) =>
        Enumerable.Range(MailsFrom.Hour, 14).Any(hour => !new TimeOnly(hour, 0).IsBetween(from, to));
}
