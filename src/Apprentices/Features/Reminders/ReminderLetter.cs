using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Notifications;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>
/// What a mail says, in its reader's language: what is due and when, to whom it concerns and why she is told, each with its link. The
/// subject names nobody and the text only given names; nothing is said of what it is about.
/// </summary>
internal sealed record ReminderLetter(Guid Id, ReminderLetter.Reader To, IReadOnlyList<ReminderItem> Items)
{
    /// <summary>HR's own words; where there are none, ours.</summary>
    public ReminderPhrases Phrases { get; init; } = ReminderPhrases.None;

    /// <summary>Who gets it.</summary>
    internal sealed record Reader(Guid Id, string GivenName, string FamilyName, string Address, Language Language);

    public Mail Write(DateOnly today, string publicAddress)
    {
        using var _ = Speaking.In(To.Language);
        var root = publicAddress.TrimEnd('/');
        var greeting = Texts.Format(ReminderTexts.Greeting, To.GivenName);
        var choices = $"{root}{NotificationLinks.Choices}";
        List<LetterItem> items = [.. Items.Select(item => new LetterItem(
            Phrases.Say(item, To.Language, today), $"{root}{ReminderWords.Link(item)}", ReminderWords.Open(item), ReminderWords.Why(item)))];
        return new Mail(
            Id, To.Address, $"{To.GivenName} {To.FamilyName}", CultureInfo.CurrentCulture.Name, Subject(today),
            MailLetter.Plain(greeting, items, ReminderTexts.NoContent, choices), MailLetter.Html(greeting, items, ReminderTexts.NoContent, choices));
    }

    /// <summary>Of several things HR has no words of its own, as each may be another topic.</summary>
    private string Subject(DateOnly today) => Items is [var only]
        ? Phrases.Subject(only, To.Language, today)
        : Texts.Format(Items.Any(item => item.DueOn < today) ? ReminderTexts.SubjectSeveralOverdue : ReminderTexts.SubjectSeveral, Items.Count);
}
