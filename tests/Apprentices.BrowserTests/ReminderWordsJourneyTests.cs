using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>HR puts the mail of a reminder in her own words: the subject and the text, each with its braces.</summary>
public sealed class ReminderWordsJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task HR_begins_with_the_words_that_ship_and_is_told_what_a_subject_may_not_say()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var page = await OpenAsync(hr, ReminderLinks.WordsOf(new ReminderTopic(ReminderSubject.Talk).Key, "nb"));
        var (subject, text) = (page.GetByLabel(ReminderRuleTexts.Subject), page.GetByRole(AriaRole.Textbox, new() { Name = ReminderRuleTexts.WordsField }));

        await ClickAsync(page, ReminderRuleTexts.BeginWithStandard);
        await page.Locator(".saved").First.WaitForAsync();
        await page.ReloadAsync();
        await Expect(subject).ToHaveValueAsync("Påminnelse: halvårssamtale innen {dag}");
        await Expect(text).ToHaveValueAsync(ReminderRuleTexts.Start);

        await subject.FillAsync("Samtalen med {navn}");
        await ClickAsync(page, ReminderRuleTexts.ShowMail);
        await Expect(page.GetByText("{navn} kan ikke stå i emnet").First).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);

        await subject.FillAsync("Samtale {avstand}");
        await text.FillAsync("");
        await ClickAsync(page, ReminderRuleTexts.SaveWords);
        await Expect(page.GetByText(ReminderRuleTexts.WordsSaved)).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(subject).ToHaveValueAsync("Samtale {avstand}");
        await Expect(text).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_mail_is_shown_light_and_dark_as_HR_chooses()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var page = await OpenAsync(hr, ReminderLinks.WordsOf(new ReminderTopic(ReminderSubject.Preparation).Key, "nb"));
        await ClickAsync(page, ReminderRuleTexts.ShowMail);
        var card = page.FrameLocator("iframe").Locator("td.card");

        await Expect(card).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(card).ToContainTextAsync(ReminderTexts.OpenToPrepare);
        await page.GetByLabel(ReminderRuleTexts.PreviewDark).CheckAsync();
        await Expect(card).ToHaveCSSAsync("background-color", "rgb(28, 34, 37)");
        await Axe.FindsNothingAsync(page);
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
