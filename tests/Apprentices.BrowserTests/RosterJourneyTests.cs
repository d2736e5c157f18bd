using System.Text;
using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Roster;
using Apprentices.Tests.Features.Roster;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>HR's first day: sign in, import the roster, find somebody.</summary>
public sealed class RosterJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Hr_imports_a_roster_and_finds_the_apprentice()
    {
        var hr = await Given.HrAsync("Hanne Rød");
        var csv = string.Join("\r\n", RosterExample.Headings, RosterExample.Row("Vilde", "Prøve"), RosterExample.Row("Uten", "Dato", start: "i fjor"));

        var page = await OpenAsync(person: null, RosterLinks.Import);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(AccountLinks.SignIn));
        await new SignInScreen(page).ChooseAsync(hr.FullName);

        var roster = new RosterScreen(page);
        await Expect(roster.Heading).ToHaveTextAsync(RosterTexts.HeadingFile);
        await roster.TakeAsync("laerlinger.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv)]);
        await Expect(roster.Heading).ToHaveTextAsync(RosterTexts.HeadingReview);
        await Expect(roster.Row("Vilde")).ToContainTextAsync(RosterTexts.StateNew);
        await Expect(roster.Row("Uten")).ToContainTextAsync(RosterTexts.StateWrong);
        await Axe.FindsNothingAsync(page);

        await roster.ConfirmOneAsync();
        await Expect(roster.Heading).ToHaveTextAsync(RosterTexts.HeadingDone);
        await Axe.FindsNothingAsync(page);

        await page.GotoAsync(ApprenticeshipLinks.List);
        var list = new ListScreen(page);
        await list.FindAsync("vilde");
        await list.Link("Vilde Prøve").ClickAsync();
        await Expect(list.Heading).ToHaveTextAsync("Vilde Prøve");
    }
}
