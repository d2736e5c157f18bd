using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Notifications;
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
        var choices = $"{publicAddress.TrimEnd('/')}{NotificationLinks.Choices}";
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
            MailDistance.Of(DueOn, today),
            ToApprentice ? ReminderTexts.WhyYouApprentice : Texts.Format(ReminderTexts.WhyYouSupervisor, ApprenticeGivenName),
            ReminderTexts.OpenTalk,
            ReminderTexts.NoContent);

        return new Mail(
            Id, Address, $"{GivenName} {FamilyName}", CultureInfo.CurrentCulture.Name,
            Texts.Format(overdue ? ReminderTexts.SubjectOverdue : ReminderTexts.SubjectDue, day),
            MailLetter.Plain(greeting, $"{what} {when}", link, open, secret, why, choices), MailLetter.Html(greeting, $"{what} {when}", link, open, secret, why, choices));
    }
}
