using System.Globalization;
using System.Text.Encodings.Web;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>
/// What a reminder says, in its reader's language: that a talk is due, when, to whom it concerns and why she is told. The
/// subject names nobody and the text only the given name; nothing is said of what the talk is about.
/// </summary>
public sealed record ReminderMail(
    Guid Id, Guid EvaluationId, int Number, DateOnly DueOn, string GivenName, string FamilyName, string Address, Language Language,
    bool ToApprentice, string ApprenticeGivenName)
{
    public Mail Write(DateOnly today, string publicAddress)
    {
        using var _ = Speaking.In(Language);
        var link = $"{publicAddress.TrimEnd('/')}{EvaluationLinks.Talk(EvaluationId)}";
        var overdue = DueOn < today;
        var day = DueOn.ToString("D", CultureInfo.CurrentCulture);
        var (greeting, what, when, why, open, secret) = (
            Texts.Format(ReminderTexts.Greeting, GivenName),
            (ToApprentice, overdue) switch
            {
                (true, false) => Texts.Format(ReminderTexts.YourTalkIsDue, Number, day),
                (true, true) => Texts.Format(ReminderTexts.YourTalkIsOverdue, Number, day),
                (false, false) => Texts.Format(ReminderTexts.TalkIsDue, Number, ApprenticeGivenName, day),
                _ => Texts.Format(ReminderTexts.TalkIsOverdue, Number, ApprenticeGivenName, day),
            },
            Distance(today),
            ToApprentice ? ReminderTexts.WhyYouApprentice : Texts.Format(ReminderTexts.WhyYouSupervisor, ApprenticeGivenName),
            ReminderTexts.OpenTalk,
            ReminderTexts.NoContent);

        return new Mail(
            Id, Address, $"{GivenName} {FamilyName}", CultureInfo.CurrentCulture.Name,
            Texts.Format(overdue ? ReminderTexts.SubjectOverdue : ReminderTexts.SubjectDue, day),
            $"{greeting}\n\n{what} {when}\n\n{open}:\n{link}\n\n{secret}\n\n-- \n{why}\n",
            Html(greeting, $"{what} {when}", link, open, secret, why));
    }

    private string Distance(DateOnly today) => (DueOn.DayNumber - today.DayNumber) switch
    {
        0 => ReminderTexts.ThatIsToday,
        1 => ReminderTexts.ThatIsTomorrow,
        > 1 and var days => Texts.Format(ReminderTexts.ThatIsInDays, days),
        -1 => ReminderTexts.ThatWasYesterday,
        var days => Texts.Format(ReminderTexts.ThatWasDaysAgo, -days),
    };

    /// <summary>Without colours of its own, so that it follows the reader's light or dark.</summary>
    private static string Html(string greeting, string what, string link, string open, string secret, string why)
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
