using System.Text;
using System.Text.Json.Nodes;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Curricula;
using Microsoft.Playwright;
using static Apprentices.Tests.Features.Curricula.GrepExample;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>HR imports a curriculum, and later another edition of it, and sees what is new.</summary>
public sealed class CurriculaJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Hr_imports_a_curriculum_and_sees_what_the_next_edition_changes()
    {
        var page = await OpenAsync(await Given.HrAsync("Hanne Rød"), CurriculaLinks.Import);

        await TakeAsync(page, "broken.json", "{\"kode\":");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("broken.json");
        await TakeAsync(page, "prove.json", new JsonArray([.. Whole()]).ToJsonString());
        await Expect(page.Locator("main h1")).ToHaveTextAsync(CurriculaTexts.HeadingReview);
        await Axe.FindsNothingAsync(page);
        await page.GetByLabel(CurriculaTexts.InNynorsk, new() { Exact = true }).FillAsync("Prøvefaget på nynorsk");
        await page.GetByRole(AriaRole.Button, new() { Name = CurriculaTexts.Save }).ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(CurriculaTexts.HeadingDone);

        await page.GetByRole(AriaRole.Button, new() { Name = CurriculaTexts.Another }).ClickAsync();
        await TakeAsync(page, "ny.json", new JsonArray([.. Whole(words: "bygge to tårn av klosser og forklare hvorfor det står")]).ToJsonString());
        await Expect(page.Locator("ins")).ToContainTextAsync("to");
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = CurriculaTexts.Save }).ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(CurriculaTexts.HeadingDone);

        await page.GotoAsync(CurriculaLinks.Of(Code));
        await page.GetByRole(AriaRole.Link, new() { Name = Apprentices.Shared.Texts.Format(CurriculaTexts.CompareWith, 1) }).ClickAsync();
        await Expect(page.Locator("main del")).ToContainTextAsync("et");
        await Axe.FindsNothingAsync(page);
    }

    private static Task TakeAsync(IPage page, string name, string content) =>
        page.Locator("#grep-files").ChooseAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(content) });
}
