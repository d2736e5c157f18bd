using System.Globalization;
using System.Text.Encodings.Web;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>How each reminder is laid out: greeting, what waits, the one link, what is never in a mail, and why she gets it.</summary>
internal static class MailLetter
{
    public static string Plain(string greeting, string what, string link, string open, string secret, string why) =>
        $"{greeting}\n\n{what}\n\n{open}:\n{link}\n\n{secret}\n\n-- \n{why}\n";

    /// <summary>How far away the day is, as a sentence.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => ReminderTexts.ThatIsToday,
        1 => ReminderTexts.ThatIsTomorrow,
        > 1 and var days => Texts.Format(ReminderTexts.ThatIsInDays, days),
        -1 => ReminderTexts.ThatWasYesterday,
        var days => Texts.Format(ReminderTexts.ThatWasDaysAgo, -days),
    };

    /// <summary>Without colours of its own, so that it follows the reader's light or dark.</summary>
    public static string Html(string greeting, string what, string link, string open, string secret, string why)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(text);
        return $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentCulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{Safe(open)}</title></head>
            <body style="font-family:system-ui,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;max-width:36em">
            <p>{Safe(greeting)}</p>
            <p>{Safe(what)}</p>
            <p><a href="{Safe(link)}" style="font-weight:600">{Safe(open)}</a></p>
            <p>{Safe(secret)}</p>
            <hr>
            <p style="font-size:14px">{Safe(why)}</p>
            </body></html>
            """;
    }
}
