using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Drafts;
using Apprentices.Features.ProgressLog;
using Apprentices.Shell;
using Apprentices.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>Without a mouse, and in one's own language.</summary>
public sealed class KeyboardTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var page = await OpenAsync(await Given.HrAsync(), ApprenticeshipLinks.List);
        await new Screen(page).IsOpenAsync();

        var skip = page.GetByRole(AriaRole.Link, new() { Name = ShellTexts.SkipToContent });
        Assert.Equal(ShellTexts.SkipToContent, await page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('a[href], button, input, select, textarea')].find(stop => stop.checkVisibility()).textContent"));
        await FocusHasMovedAsync(page);
        await skip.FocusAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_person_menu_and_the_filters_of_the_list_are_worked_by_keys()
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.Hr], ApprenticeshipLinks.List);
        await new Screen(page).IsOpenAsync();

        await FocusHasMovedAsync(page);
        await page.Locator("[popovertarget=person-menu]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#person-menu")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#person-menu")).ToBeHiddenAsync();

        var filter = page.Locator($"main a.filter[href*='{StandingFilter.Ended}']");
        await filter.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"filter={StandingFilter.Ended}"));
        await Expect(filter).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task However_fast_somebody_types_every_letter_stays_and_is_kept()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        var page = await OpenAsync(mari, ProgressLogLinks.Log);
        var text = page.GetByLabel(ProgressLogTexts.WhatDidYouDo);
        await text.FocusAsync();
        const string Typed = "Byttet en skriver på tredje, og hjalp to kolleger med å logge på etter ferien.";
        await page.Keyboard.TypeAsync(Typed);

        await Expect(page.Locator(".draft .saved")).Not.ToBeEmptyAsync();
        await Expect(text).ToHaveValueAsync(Typed);
        await page.ReloadAsync();
        await Expect(text).ToHaveValueAsync(Typed);
        Assert.Equal(DraftPlace.LogOf(contract.Id), await App.DbAsync(db => db.Drafts.Select(draft => draft.Place).SingleAsync()));
    }

    [Fact]
    public async Task A_language_once_chosen_stays()
    {
        var page = await OpenAsync(await Given.HrAsync(), ApprenticeshipLinks.List);
        foreach (var (tag, name) in new[] { ("nn", "Nynorsk"), ("en", "English"), ("nb", "Bokmål") })
        {
            await new Screen(page).IsOpenAsync();
            await page.Locator("[popovertarget=person-menu]").ClickAsync();
            await page.Locator("#person-menu").GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", tag);
            await page.ReloadAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", tag);
        }
    }

    /// <summary>The page itself moves the focus to its heading when it opens; keys pressed before that would go astray.</summary>
    private static Task FocusHasMovedAsync(IPage page) => Expect(page.Locator("main:focus, main h1:focus")).ToBeAttachedAsync();
}
