using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>What is typed in a talk that is held together is there again after the server was killed, to the last letter.</summary>
public sealed class KilledTogetherTests(Browser browser)
{
    private const string Before = "Skrevet før strømmen gikk.";
    private const string Meanwhile = " Skrevet mens den var borte.";

    [Fact]
    public async Task What_was_typed_before_and_after_the_server_was_killed_is_in_the_block()
    {
        await using var program = new ChildProgram();
        await program.StartAsync();
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions { BaseURL = program.Address });
        await context.AddCookiesAsync([new() { Name = Cultures.Cookie, Value = Cultures.NameOf(Language.Bokmal), Url = program.Address }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(AccountLinks.SignIn);
        await new SignInScreen(page).ChooseAsync("Siv Åmot");
        await new Screen(page).IsOpenAsync();
        await page.GotoAsync(EvaluationLinks.Filtered(TalkFilter.DueWithin30Days));
        await page.Locator("main tbody a").First.ClickAsync();
        var talk = new TogetherScreen(page);
        await talk.BeginAsync();

        await talk.WriteAsync(TogetherTexts.FreeNotes, Before);
        await Expect(talk.Block(TogetherTexts.FreeNotes).Locator(".saved")).ToBeVisibleAsync();
        await program.KillAsync();
        await talk.Field(TogetherTexts.FreeNotes).PressSequentiallyAsync(Meanwhile);
        var lost = page.Locator("#components-reconnect-modal [role=alert]");
        await Expect(lost).Not.ToBeEmptyAsync();
        await program.StartAsync();

        // The page loads anew, and brings along what never reached the server.
        await Expect(lost).ToBeEmptyAsync(new() { Timeout = 90_000 });
        await Expect(page.GetByText(TogetherTexts.CameBack)).ToBeVisibleAsync();
        await Expect(talk.Field(TogetherTexts.FreeNotes)).ToHaveValueAsync(Before + Meanwhile);
        await page.ReloadAsync();
        await Expect(talk.Block(TogetherTexts.FreeNotes)).ToContainTextAsync(Before + Meanwhile);
    }
}
