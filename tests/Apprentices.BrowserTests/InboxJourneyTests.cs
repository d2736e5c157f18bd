using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>The inbox stays as it is: what comes, goes or is read elsewhere shows without loading the page anew.</summary>
public sealed class InboxJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task What_the_job_promises_stands_in_the_open_inbox_and_in_the_count_and_is_put_aside_by_keyboard()
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), await Given.InstructorAsync("Siv Åmot"));
        var talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(7), liv, siv);
        var (page, phone) = (await OpenAsync(liv, ReminderLinks.Inbox), await OpenAsync(liv, "/", width: 360));
        await Expect(page.GetByText(ReminderTexts.EmptyTitle)).ToBeVisibleAsync();
        await Expect(Count(phone)).ToHaveCountAsync(0);

        await App.AsConsole().RunAsync((QueueReminders queue) => queue.RunAsync());

        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(Count(page)).ToHaveTextAsync("1");
        await Expect(Count(phone)).ToHaveTextAsync("1");

        // Read on one device, it is read on the other.
        await phone.GotoAsync(ReminderLinks.Inbox);
        await phone.GetByRole(AriaRole.Button, new() { Name = ReminderTexts.MarkAllRead }).ClickAsync();
        await Expect(Count(page)).ToHaveCountAsync(0);
        await Expect(page.Locator(".unread")).ToHaveCountAsync(0);

        // By keyboard: from the row to its button; afterwards the keyboard is at the line that says what happened.
        await Rows(page).GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Rows(page)).ToHaveCountAsync(0);
        await Expect(page.Locator(".bulk [role=status]")).ToBeFocusedAsync();
        await Expect(Rows(phone)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = ReminderTexts.ShowDone }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = ReminderTexts.TakeUp }).ClickAsync();
        await Expect(Rows(phone)).ToHaveCountAsync(1);

        // Held, it is called off, and gone from the list that is open.
        await App.ChangeAsync(async db => (await db.Evaluations.FindAsync(talk.Id))!.Waive("Flyttet til en annen arbeidsgiver."));
        await App.AsConsole().RunAsync((QueueReminders queue) => queue.RunAsync());
        await Expect(phone.GetByText(ReminderTexts.EmptyTitle)).ToBeVisibleAsync();
    }

    private static ILocator Rows(IPage page) => page.Locator("ul.work > li");

    private static ILocator Count(IPage page) => page.Locator(".topbar .count");
}
