using Apprentices.Domain;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests.Pages;

/// <summary>Where somebody prepares a talk on her own.</summary>
internal sealed class PreparationScreen(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Texts => Page.Locator("form textarea");

    /// <summary>Answers all that is asked: the same words everywhere, the same level for each goal, and of choices the first.</summary>
    public async Task AnswerAllAsync(string words, Level level)
    {
        await Expect(Page.Locator("form fieldset.levels").First).ToBeVisibleAsync();
        foreach (var goal in await Page.Locator("form fieldset.levels").AllAsync())
        {
            await goal.GetByText(level.Word(), new() { Exact = true }).ClickAsync();
        }

        foreach (var question in await Page.Locator("form fieldset:has(input[type=radio]):not(.levels):not(:has(fieldset))").AllAsync())
        {
            await question.Locator("input[type=radio]").Last.CheckAsync();
        }

        foreach (var text in await Texts.AllAsync())
        {
            await text.FillAsync(words);
        }
    }

    public Task HandInAsync() => Page.GetByRole(AriaRole.Button, new() { Name = PreparationTexts.HandIn }).ClickAsync();

    public async Task ShowsAsync(params string[] words)
    {
        foreach (var said in words)
        {
            await Expect(Page.Locator("main")).ToContainTextAsync(said);
        }
    }
}
