using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Drafts;
using Apprentices.Features.ProgressLog;
using Apprentices.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>What an apprentice types in her log is never lost: not by a refresh, not by a server that was killed.</summary>
public sealed class DraftJourneyTests(Browser browser)
{
    private const string Typed = "Feilsøkte en skriver som ikke ville på nett";

    [Fact]
    public async Task What_was_typed_survives_a_refresh_and_a_killed_server_and_is_saved_then()
    {
        await using var program = new ChildProgram();
        await program.StartAsync();
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions { BaseURL = program.Address, ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });
        await context.AddCookiesAsync([new() { Name = Cultures.Cookie, Value = Cultures.NameOf(Language.Bokmal), Url = program.Address }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(AccountLinks.SignIn);
        await new SignInScreen(page).ChooseFirstApprenticeAsync();
        await new Screen(page).IsOpenAsync();
        await page.GotoAsync(ProgressLogLinks.Log);

        var log = new LogScreen(page);
        await log.Text.FillAsync(Typed);
        await Expect(page.GetByText(Before(DraftTexts.Kept))).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(page.GetByText(Before(DraftTexts.Found))).ToBeVisibleAsync();
        await Expect(log.Text).ToHaveValueAsync(Typed);

        await log.Text.FillAsync(Typed + ".");
        await Expect(page.GetByText(Before(DraftTexts.Kept))).ToBeVisibleAsync();
        await program.KillAsync();
        var lost = page.Locator("#components-reconnect-modal [role=alert]");
        await Expect(lost).Not.ToBeEmptyAsync();
        await program.StartAsync();

        // The page finds the server again by itself; the new one knows no circuit of the old, so it loads the page anew.
        await Expect(lost).ToBeEmptyAsync(new() { Timeout = 90_000 });
        await Expect(page.GetByText(Before(DraftTexts.Found))).ToBeVisibleAsync();
        await Expect(log.Text).ToHaveValueAsync(Typed + ".");

        await log.Goals.First.ClickAsync();
        await log.SaveAsync();
        await Expect(page.GetByText(Before(ProgressLogTexts.HandedInSaid))).ToBeVisibleAsync();
        await Expect(log.Text).ToHaveValueAsync("");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Typed + ".");
    }

    /// <summary>The words of a sentence that stand before what varies in it.</summary>
    private static string Before(string sentence) => sentence[..sentence.IndexOf('{', StringComparison.Ordinal)].Trim();
}
