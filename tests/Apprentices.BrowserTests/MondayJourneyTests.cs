using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Home;
using Apprentices.Features.Observations;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>An instructor's Monday, worked down to empty by keyboard alone: Tab, Shift and Tab, Enter, Space, and letters.</summary>
public sealed class MondayJourneyTests(Browser browser, ITestOutputHelper output) : Journey(browser)
{
    private const string Seen = "Fant feilen selv og forklarte den godt.";
    private const string Missing = "Hva gjorde du selv?";

    [Fact]
    public async Task The_monday_page_is_emptied_by_keyboard_alone()
    {
        App.Clock.Set(new DateOnly(2026, 9, 21), new TimeOnly(8, 0));
        var siv = await Given.InstructorAsync("Siv Åmot");
        await HersAsync(siv, "Ingrid Solheim", "Satte opp overvåking av de nye filtjenerne.");
        await HersAsync(siv, "Aisha Khan", "Byttet navnetjener på to maskiner.");
        await HersAsync(siv, "Emil Sørensen", "Tok ni saker på telefonen.");
        await HersAsync(siv, "Sofie Bakke", null);

        var page = await OpenAsync(person: null, HomeLinks.Home);
        await page.EvaluateAsync("() => { window.pointed = 0; }");
        await page.AddInitScriptAsync("window.pointed = 0; addEventListener('pointerdown', () => window.pointed++, true);");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(AccountLinks.SignIn));
        var keys = new Keys(page);
        await keys.UseAsync("Siv Åmot");

        var left = page.Locator(".workleft [role=status]");
        await Expect(left).ToContainTextAsync(Texts.Format(HomeTexts.Left, 3 + 4 + await LeadingElsewhereAsync(siv)));
        await Expect(page.Locator("main:focus, main h1:focus")).ToBeAttachedAsync();
        await Axe.FindsNothingAsync(page);

        // The first entry is approved, the second is sent back with a word, the third approved.
        await keys.UseAsync(ApprovalTexts.Approve);
        await keys.IsAtAsync("Aisha Khan");
        await keys.UseAsync(ApprovalTexts.Return);
        await keys.IsAtAsync(ApprovalTexts.WhatIsMissing);
        await keys.TypeAsync(Missing);
        await keys.UseAsync(Texts.Format(ApprovalTexts.ReturnTo, "Aisha"));
        await keys.IsAtAsync("Emil Sørensen");
        await keys.UseAsync(ApprovalTexts.Approve);

        // One observation each; of one with a goal and how well it is mastered, and of the last none this week.
        await keys.IsAtAsync(ObservationField("Sofie"));
        await keys.TypeAsync(Seen);
        await keys.GoToAsync("Mål 1");
        await keys.PressAsync("Space");
        await keys.GoToAsync(Texts.Format(ObservationTexts.HowWell, "Mål 1"));
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.UseAsync(ObservationTexts.Save);
        foreach (var next in new[] { "Aisha", "Ingrid" })
        {
            await keys.IsAtAsync(ObservationField(next));
            await keys.TypeAsync(Seen);
            await keys.UseAsync(ObservationTexts.Save);
        }

        await keys.IsAtAsync(ObservationField("Emil"));
        await keys.UseAsync(ObservationTexts.NotThisWeek, back: true);

        // What leads elsewhere waits until tomorrow.
        for (var waits = await LeadingElsewhereAsync(siv); waits > 0; waits--)
        {
            await Expect(left).ToContainTextAsync(waits == 1 ? HomeTexts.LeftOne : Texts.Format(HomeTexts.Left, waits));
            await keys.UseAsync(HomeTexts.NotToday);
        }

        await keys.IsAtAsync(HomeTexts.FinishedToday);
        await Expect(left).ToHaveTextAsync(HomeTexts.NothingWaitsToday);
        await Expect(page.Locator(".finished")).ToContainTextAsync(Texts.Format(HomeTexts.DidObserve, 3));
        await Axe.FindsNothingAsync(page);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.pointed"));
        output.WriteLine($"Monday emptied: {keys.Pressed} key presses to move and act, and {keys.Typed} letters typed.");
        Assert.InRange(keys.Pressed, 1, 200);

        var states = await App.DbAsync(db => db.LogEntries.OrderBy(entry => entry.HandedInAt).Select(entry => entry.State).ToListAsync());
        Assert.Equal([LogState.Approved, LogState.Returned, LogState.Approved], states);
        Assert.Equal([Seen, Seen, Seen], await App.DbAsync(db => db.Observations.Select(observation => observation.Text).ToListAsync()));
        Assert.Equal(Level.NeedsPractice, await App.DbAsync(db => db.GoalRatings.Select(rating => rating.Level).SingleAsync()));
        Assert.Equal(Missing, await App.DbAsync(db => db.LogEvents.Where(happened => happened.Kind == LogEventKind.Returned).Select(happened => happened.Comment).SingleAsync()));

        // Read again it is as empty, until what was put off is brought back.
        await page.ReloadAsync();
        await Expect(page.Locator(".finished")).ToBeVisibleAsync();
        await keys.UseAsync(HomeTexts.BringBack);
        await Expect(left).ToContainTextAsync(Texts.Format(HomeTexts.Left, 1 + await LeadingElsewhereAsync(siv)));
    }

    private static string ObservationField(string name) => Texts.Format(ObservationTexts.WhatDidYouSee, name);

    private async Task<int> LeadingElsewhereAsync(Person reader) => (await App.As(reader).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks.Count;

    /// <summary>An apprentice two months into her training; what she wrote on Friday waits.</summary>
    private async Task HersAsync(Person instructor, string name, string? wrote)
    {
        var today = App.Clock.Today;
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, name), instructor: instructor, startsOn: today.AddMonths(-2));
        if (wrote is not null)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.ChangeAsync(async db =>
            {
                var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
                db.Add(HandedIn.Entry(record, today.AddDays(-3), wrote, [record.Plan[0]], App.Clock.GetUtcNow(), today));
            });
        }
    }
}
