using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Home;
using Apprentices.Features.Placements;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A training manager plans where an apprentice is to be, by mouse and by keyboard; whoever receives her reads and confirms.</summary>
public sealed class PlacementJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_period_is_planned_by_form_moved_by_mouse_and_by_keyboard_taken_back_and_handed_over()
    {
        var (tor, siv, ali) = (await Given.TrainingManagerAsync("Tor Eide"), await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Ali Khan"));
        var liv = await Given.PersonAsync(Roles.Apprentice, "Liv Lund");
        await Given.WorkplaceAsync("Brukerstøtte");
        var hers = await Given.ApprenticeshipAsync(liv, instructor: siv, trainingManager: tor);
        var monday = App.Clock.Today.AddDays(62);
        Assert.Equal(DayOfWeek.Monday, monday.DayOfWeek);

        var page = await OpenAsync(tor, ApprenticeshipLinks.Placements(hers.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = PlacementTexts.PlanPeriod }).ClickAsync();
        await page.GetByLabel(PlacementTexts.Workplace).SelectOptionAsync("Brukerstøtte");
        await page.GetByLabel(PlacementTexts.Receiver).SelectOptionAsync("Ali Khan");
        await page.GetByLabel(PlacementTexts.FromOn).FillAsync(SpokenDate.Digits(monday));
        await page.GetByLabel(PlacementTexts.ToOn).FillAsync(SpokenDate.Digits(monday.AddDays(89)));
        await page.GetByRole(AriaRole.Button, new() { Name = PlacementTexts.PlanPeriod }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Brukerstøtte");
        await Axe.FindsNothingAsync(page);

        // By mouse: about three weeks to the right, and it begins on a Monday.
        var bar = page.Locator("[data-placement]");
        await DragAsync(page, bar, 0.5, 30);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = PlacementTexts.Undo })).ToBeVisibleAsync();
        var (from, to) = await DaysAsync();
        Assert.Equal(DayOfWeek.Monday, from.DayOfWeek);
        Assert.InRange(from.DayNumber - monday.DayNumber, 7, 42);
        Assert.Equal(89, to.DayNumber - from.DayNumber);

        // Its end, shorter.
        await DragAsync(page, bar, 0.99, -20);
        await ExpectDaysAsync(days => days.From == from && days.To < to);

        await page.GetByRole(AriaRole.Button, new() { Name = PlacementTexts.Undo }).ClickAsync();
        await ExpectDaysAsync(days => days == (from, to));

        // By keyboard: twice back by a week, quickly, and the last day a week later.
        await bar.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await ExpectDaysAsync(days => days == (from.AddDays(-14), to.AddDays(-14)));
        await Expect(bar).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await ExpectDaysAsync(days => days == (from.AddDays(-14), to.AddDays(-7)));
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(SpokenDate.ShortWithYear(to.AddDays(-7)));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel(PlacementTexts.FromOn)).ToHaveValueAsync(SpokenDate.Digits(from.AddDays(-14)));

        // A week before, whoever receives her comes in.
        App.Clock.Set(from.AddDays(-14 - 7));
        var theirs = await OpenAsync(ali, HomeLinks.Home);
        await theirs.GetByRole(AriaRole.Link, new() { Name = HomeTexts.ReadHandOver }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Liv Lund");
        await Axe.FindsNothingAsync(theirs);
        await theirs.GetByRole(AriaRole.Button, new() { Name = PlacementTexts.Confirm }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Status).First).ToContainTextAsync(PlacementTexts.IsConfirmed);
        Assert.Equal(ali.Id, await App.DbAsync(db => db.Placements.Select(p => p.ConfirmedById).SingleAsync()));
    }

    private static async Task DragAsync(IPage page, ILocator bar, double at, float by)
    {
        var box = (await bar.Locator(".body").BoundingBoxAsync())!;
        var (x, y) = (box.X + (float)(box.Width * at), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + (by / 2), y);
        await page.Mouse.MoveAsync(x + by, y);
        await page.Mouse.UpAsync();
    }

    private Task<(DateOnly From, DateOnly To)> DaysAsync() => App.DbAsync(async db =>
    {
        var placement = await db.Placements.SingleAsync();
        return (placement.FromOn, placement.ToOn);
    });

    private async Task ExpectDaysAsync(Func<(DateOnly From, DateOnly To), bool> holds)
    {
        for (var tries = 0; !holds(await DaysAsync()); tries++)
        {
            Assert.True(tries < 100, $"It is planned {await DaysAsync()}.");
            await Task.Delay(50);
        }
    }
}
