using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>A mail about a thing that is not there, with an apprentice whose name everybody knows.</summary>
internal static class ReminderExample
{
    private const string GivenName = "Kari";
    private const int DaysBefore = 7;
    private const int DaysAfter = 3;

    /// <summary>The whole mail, as its reader would get it.</summary>
    public static Mail Write(ReminderTextInput input, Language language, bool isLate, Person reader, DateOnly today, MailSettings settings)
    {
        using var _ = Speaking.In(language);
        var to = new ReminderLetter.Reader(reader.Id, reader.GivenName, reader.FamilyName, reader.Email, language);
        return new ReminderLetter(Guid.CreateVersion7(), to, [Of(input.Topic, reader.Id, today, isLate)])
        {
            Phrases = ReminderPhrases.Of(input.Topic, language, input.KeptSubject, input.Kept),
        }.Write(today, settings.PublicAddress);
    }

    /// <summary>What our own words say of it.</summary>
    public static SetReminderText.Words Shipped(ReminderTopic topic, Language language, bool isLate, DateOnly today)
    {
        using var _ = Speaking.In(language);
        var item = Of(topic, Guid.Empty, today, isLate);
        return new SetReminderText.Words(ReminderWords.MailSubject(item, today), ReminderWords.What(item, today));
    }

    private static ReminderItem Of(ReminderTopic topic, Guid reader, DateOnly today, bool isLate)
    {
        var step = isLate ? DaysAfter : -DaysBefore;
        var (dueOn, hasApprentice, point) = (today.AddDays(-step), !ReminderPhrases.IsOfTheEmployer(topic), ReminderRuleTexts.ExamplePoint);
        return new ReminderItem(
            topic,
            new ReminderAbout
            {
                Id = Guid.CreateVersion7(),
                Number = hasApprentice ? 1 : dueOn.Year,
                Point = new LocalText(point, point, point),
                CountyNumber = "03",
                ApprenticeId = hasApprentice ? Guid.CreateVersion7() : null,
                GivenName = hasApprentice ? GivenName : null,
                FullName = hasApprentice ? $"{GivenName} Nordmann" : null,
                IsSettled = false,
                DueOn = dueOn,
                WaitsFor = [reader],
            },
            reader, dueOn, step, ReminderRung.Named);
    }
}
