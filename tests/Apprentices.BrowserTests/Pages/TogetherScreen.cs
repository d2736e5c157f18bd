using Apprentices.Features.Evaluations.Together;
using Apprentices.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests.Pages;

/// <summary>The page of a talk while it is held together.</summary>
internal sealed class TogetherScreen(IPage page) : Screen(page)
{
    public ILocator Present => Main.Locator(".present");

    /// <summary>From the page of the talk, or from here before it has begun; the apprentice has handed in or not.</summary>
    public async Task BeginAsync()
    {
        await Button(TogetherTexts.Begin).ClickAsync();
        var anyway = Main.GetByRole(AriaRole.Button, new() { Name = TogetherTexts.BeginAnyway });
        await Expect(anyway.Or(Block(TogetherTexts.FreeNotes)).First).ToBeVisibleAsync();
        if (await anyway.IsVisibleAsync())
        {
            await anyway.ClickAsync();
        }

        await Expect(Block(TogetherTexts.FreeNotes)).ToBeVisibleAsync();
    }

    public ILocator Block(string label) => Main.GetByRole(AriaRole.Article, new() { Name = label });

    public ILocator Field(string label) => Block(label).GetByRole(AriaRole.Textbox);

    public async Task WriteAsync(string label, string text)
    {
        await Block(label).GetByRole(AriaRole.Button, new() { Name = TogetherTexts.WriteHere }).ClickAsync();
        await Expect(Field(label)).ToBeFocusedAsync();
        await Field(label).PressSequentiallyAsync(text);
    }

    public async Task TakeOverAsync(string label)
    {
        await Block(label).GetByRole(AriaRole.Button, new() { Name = TogetherTexts.TakeOver }).ClickAsync();
        await Expect(Field(label)).ToBeFocusedAsync();
    }

    public Task ReadyAsync(string label) => Block(label).GetByRole(AriaRole.Button, new() { Name = TogetherTexts.Ready }).ClickAsync();

    public Task UseSuggestionAsync(string label) => Block(label).GetByRole(AriaRole.Button, new() { Name = TogetherTexts.UseSuggestion }).ClickAsync();

    public ILocator Level(string goal) => Main.GetByLabel($"{TogetherTexts.AgreedLevel} – {goal}");

    public ILocator Action(string what) => Main.GetByRole(AriaRole.Row).Filter(new() { HasText = what });

    public async Task AgreeOnAsync(string what, string responsible, string day)
    {
        await Button(TogetherTexts.Add).ClickAsync();
        await Main.GetByLabel(TogetherTexts.What).FillAsync(what);
        await Main.GetByLabel(TogetherTexts.Responsible).SelectOptionAsync(new SelectOptionValue { Label = responsible });
        await Main.GetByLabel(TogetherTexts.DueOn).FillAsync(day);
        await Button(TogetherTexts.AddSubmit).ClickAsync();
        await Expect(Action(what)).ToBeVisibleAsync();
    }

    public Task EndAsync() => Button(TogetherTexts.EndSubmit).ClickAsync();

    /// <summary>How many are there, and both know it.</summary>
    public Task IsPresentAsync(int number) => Expect(Present).ToContainTextAsync(Texts.Format(TogetherTexts.Present, number));
}
