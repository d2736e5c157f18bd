using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Notifications;
using Apprentices.Features.Placements;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>
/// What the one who is to receive an apprentice is told, in her language: that a hand-over waits for her, for whom by given name,
/// and from which day. The subject names nobody, and nothing of the hand-over is in it.
/// </summary>
public sealed record HandOverMail(
    Guid Id, Guid PlacementId, DateOnly FromOn, string GivenName, string FamilyName, string Address, Language Language, string ApprenticeGivenName)
{
    public Mail Write(DateOnly today, string publicAddress)
    {
        using var _ = Speaking.In(Language);
        var link = $"{publicAddress.TrimEnd('/')}{PlacementLinks.HandOver(PlacementId)}";
        var choices = $"{publicAddress.TrimEnd('/')}{NotificationLinks.Choices}";
        var day = FromOn.ToString("D", CultureInfo.CurrentCulture);
        var (greeting, what, why) = (
            Texts.Format(ReminderTexts.Greeting, GivenName),
            $"{Texts.Format(FromOn > today ? ReminderTexts.HandOverWaits : ReminderTexts.HandOverStillWaits, ApprenticeGivenName, day)} {MailDistance.Of(FromOn, today)}",
            Texts.Format(ReminderTexts.WhyYouReceive, ApprenticeGivenName));
        return new Mail(
            Id, Address, $"{GivenName} {FamilyName}", CultureInfo.CurrentCulture.Name, Texts.Format(ReminderTexts.SubjectHandOver, day),
            MailLetter.Plain(greeting, what, link, ReminderTexts.OpenHandOver, ReminderTexts.NoHandOverContent, why, choices),
            MailLetter.Html(greeting, what, link, ReminderTexts.OpenHandOver, ReminderTexts.NoHandOverContent, why, choices));
    }
}
