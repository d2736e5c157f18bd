using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Drafts;
using Apprentices.Features.People;
using Apprentices.Features.ProgressLog;
using Apprentices.Shell;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A page left alone says in time that it will end, stays by one press, and ends with what was typed kept.</summary>
public sealed class InactivityJourneyTests(Browser browser) : Journey(browser)
{
    private const string Typed = "Feilsøkte en skriver som ikke ville på nett";

    /// <summary>The page looks at the clock every five seconds; so long it may take to notice.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 20_000 };

    [Fact]
    public async Task It_warns_stays_by_one_press_and_ends_with_the_draft_kept()
    {
        var ingrid = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        await Given.ApprenticeshipAsync(ingrid);
        var page = await OpenAsync(ingrid, ProgressLogLinks.Log);
        var log = new LogScreen(page);
        await log.Text.FillAsync(Typed);
        await Expect(page.GetByText(DraftTexts.Kept[..DraftTexts.Kept.IndexOf('{', StringComparison.Ordinal)].Trim())).ToBeVisibleAsync();
        var notice = page.GetByRole(AriaRole.Alertdialog);
        await Expect(notice).ToBeHiddenAsync();

        // The circuit's own traffic went on all the time: it is no act of hers.
        App.Clock.Advance(TimeSpan.FromMinutes(58));
        await Expect(notice).ToBeVisibleAsync(Soon);
        await Expect(notice).ToContainTextAsync(ShellTexts.StayTitle);
        await Expect(notice.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(notice).ToBeHiddenAsync();

        // One press put it off by a whole hour: the old end passes unnoticed.
        App.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await OpenSessionsAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(28));
        await Expect(notice).ToBeVisibleAsync(Soon);
        await page.Keyboard.PressAsync("Escape");
        await Expect(notice).ToBeHiddenAsync();

        App.Clock.Advance(TimeSpan.FromMinutes(61));
        await Expect(page.GetByText(AccountTexts.SessionOver)).ToBeVisibleAsync(Soon);
        Assert.Contains(AccountLinks.SignIn, page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ingrid Solheim" }).ClickAsync();
        await Expect(new LogScreen(page).Text).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task Signed_out_everywhere_a_page_that_is_still_open_is_left_at_the_first_act()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var page = await OpenAsync(hr, PeopleLinks.List);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        var other = await OpenAsync(hr, AccountLinks.Sessions);

        await other.GetByRole(AriaRole.Button, new() { Name = AccountTexts.SessionsEndAll }).ClickAsync();
        await other.GetByRole(AriaRole.Group).GetByRole(AriaRole.Button, new() { Name = AccountTexts.SessionsEndAll }).ClickAsync();
        await other.WaitForURLAsync($"**{AccountLinks.SignIn}*");

        // Sooner than the circuit looks by itself, every half minute.
        await page.GetByRole(AriaRole.Navigation, new() { Name = ShellTexts.MainMenu }).GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(page.GetByText(AccountTexts.SessionOver)).ToBeVisibleAsync(new() { Timeout = 10_000 });
    }

    private Task<int> OpenSessionsAsync()
    {
        var open = UserSession.IsOpenAt(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(60), TimeSpan.FromHours(12));
        return App.DbAsync(db => db.UserSessions.CountAsync(open));
    }
}
