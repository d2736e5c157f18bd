using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>How far away the day of a reminder is, as a sentence.</summary>
internal static class MailDistance
{
    public static string Of(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => ReminderTexts.ThatIsToday,
        1 => ReminderTexts.ThatIsTomorrow,
        > 1 and var days => Texts.Format(ReminderTexts.ThatIsInDays, days),
        -1 => ReminderTexts.ThatWasYesterday,
        var days => Texts.Format(ReminderTexts.ThatWasDaysAgo, -days),
    };
}
