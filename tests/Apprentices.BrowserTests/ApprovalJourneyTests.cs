using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>The log on its way from the apprentice to approved, as each of those who have part in it sees it.</summary>
public sealed class ApprovalJourneyTests(Browser browser) : Journey(browser)
{
    private const int Apprentices = 10;
    private const string Comment = "Hva gjorde du selv?";

    [Fact]
    public async Task Ten_apprentices_weeks_are_approved_at_once_and_the_one_sent_back_comes_again()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var writers = await WriteWeeksAsync(siv);
        var queue = new ApprovalScreen(await OpenAsync(siv, ProgressLogLinks.Approvals));
        await Expect(queue.Cards).ToHaveCountAsync(2 * Apprentices);
        await Expect(queue.Weeks).ToHaveCountAsync(Apprentices);
        foreach (var number in Enumerable.Range(0, Apprentices))
        {
            await Expect(queue.Cards.Filter(new() { HasText = $"Uka til nummer {number}, onsdag." })).ToBeVisibleAsync();
        }

        await queue.ReturnAsync("Uka til nummer 3, onsdag.", Comment);
        await Expect(queue.Cards).ToHaveCountAsync((2 * Apprentices) - 1);
        await Expect(queue.Page.Locator("article:focus")).ToHaveCountAsync(1);
        await queue.ApproveAllAsync((2 * Apprentices) - 1);
        await Expect(queue.Said).ToContainTextAsync(ApprovalTexts.NoneLeft);
        await Expect(queue.Cards).ToHaveCountAsync(0);
        await Expect(queue.Page.Locator("h2:focus")).ToContainTextAsync(ApprovalTexts.Title);
        Assert.Equal((2 * Apprentices) - 1, await App.DbAsync(db => db.LogEntries.CountAsync(entry => entry.State == LogState.Approved)));

        var log = await OpenAsync(writers[3], ProgressLogLinks.Log);
        var hers = log.Locator(".returned > li");
        await Expect(hers).ToContainTextAsync("Uka til nummer 3, onsdag.");
        await Expect(hers).ToContainTextAsync(Comment);
        await hers.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.MendAndHandIn }).ClickAsync();
        await hers.GetByLabel(ProgressLogTexts.WhatDidYouDo).FillAsync("Uka til nummer 3, onsdag. Jeg byttet disken selv.");
        await hers.Locator("button[type=submit]").ClickAsync();
        var again = log.Locator(".entries:not(.returned) > li").Filter(new() { HasText = "Jeg byttet disken selv." });
        await Expect(again).ToContainTextAsync(LogTexts.StateHandedIn);
        await again.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Trail }).ClickAsync();
        await Expect(again.Locator(".trail")).ToContainTextAsync($"«{Comment}»");
        await Expect(again.Locator(".trail ins")).ToContainTextAsync("Jeg byttet disken selv.");

        await queue.Page.ReloadAsync();
        var comes = queue.Cards.Filter(new() { HasText = "Jeg byttet disken selv." });
        await Expect(comes).ToContainTextAsync(Comment);
        await Axe.FindsNothingAsync(queue.Page);
        await comes.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Approve }).ClickAsync();
        await Expect(queue.Said).ToContainTextAsync(ApprovalTexts.NoneLeft);
        Assert.Equal(2 * Apprentices, await App.DbAsync(db => db.LogEntries.CountAsync(entry => entry.State == LogState.Approved)));
    }

    [Fact]
    public async Task A_deputy_approves_and_an_unrelated_supervisor_sees_nothing_of_it()
    {
        var (siv, other, deputy) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync(), await Given.PersonAsync(Roles.None, "Dina Vikar"));
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), instructor: siv);
        await Given.ApprenticeshipAsync(instructor: other);
        await App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            db.Attach(deputy);
            hers.Deputise(deputy, AssignmentRole.Instructor, App.Clock.Today, null);
        });
        await WriteAsync(contract, "Satte opp en tjener.", App.Clock.Today);

        var nothing = new ApprovalScreen(await OpenAsync(other, ProgressLogLinks.Approvals));
        await Expect(nothing.Page.GetByText(ApprovalTexts.Empty)).ToBeVisibleAsync();
        await Expect(nothing.Page.GetByText("Satte opp en tjener.")).ToHaveCountAsync(0);

        var queue = new ApprovalScreen(await OpenAsync(deputy, ProgressLogLinks.Approvals));
        await Expect(queue.Cards).ToContainTextAsync(Texts.Format(ApprovalTexts.StandsInFor, "Siv Åmot"));
        await queue.Cards.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Approve }).ClickAsync();
        await Expect(queue.Said).ToContainTextAsync(ApprovalTexts.NoneLeft);
        await queue.Page.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Undo }).ClickAsync();
        await Expect(queue.Cards).ToHaveCountAsync(1);
        await queue.Cards.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Approve }).ClickAsync();
        await Expect(queue.Cards).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_keys_alone_each_takes_tab_and_enter_and_the_focus_is_never_lost()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), instructor: siv);
        foreach (var day in Enumerable.Range(1, 3))
        {
            await WriteAsync(contract, $"Dag {day}.", App.Clock.Today.AddDays(-day));
        }

        var queue = new ApprovalScreen(await OpenAsync(siv, ProgressLogLinks.Approvals));
        await Expect(queue.Cards).ToHaveCountAsync(3);
        await queue.Cards.First.FocusAsync();
        foreach (var left in new[] { 2, 1, 0 })
        {
            await queue.Page.Keyboard.PressAsync("Tab");
            await queue.Page.Keyboard.PressAsync("Enter");
            await Expect(queue.Cards).ToHaveCountAsync(left);
            await Expect(queue.Page.Locator(left > 0 ? "article:focus" : "h2:focus")).ToHaveCountAsync(1);
        }

        await queue.Page.Keyboard.PressAsync("Tab");
        await queue.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Page.Locator("article:focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_approved_is_opened_again_from_the_record_and_its_trail_says_why()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), instructor: siv);
        await WriteAsync(contract, "Satte opp en tjener.", App.Clock.Today);

        var page = await OpenAsync(siv, ApprenticeshipLinks.Log(contract.Id));
        var entry = page.Locator(".entries > li");
        await entry.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Approve }).ClickAsync();
        await Expect(entry.Locator(".chip")).ToHaveTextAsync(LogTexts.StateApproved);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await entry.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Unlock }).ClickAsync();
        await entry.GetByLabel(ApprovalTexts.UnlockWhy).FillAsync("Det var en annen tjener.");
        await entry.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.UnlockSubmit }).ClickAsync();
        await Expect(entry.Locator(".chip")).ToHaveTextAsync(LogTexts.StateReturned);

        await entry.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Trail }).ClickAsync();
        await Expect(entry.Locator(".trail")).ToContainTextAsync(LogTexts.EventUnlocked);
        await Expect(entry.Locator(".trail")).ToContainTextAsync("«Det var en annen tjener.»");
        await Expect(entry.Locator(".handin")).ToContainTextAsync("Satte opp en tjener.");
        await Axe.FindsNothingAsync(page);
    }

    private async Task<List<Person>> WriteWeeksAsync(Person siv)
    {
        var monday = LogEntry.MondayOf(App.Clock.Today).AddDays(-7);
        List<Person> writers = [];
        for (var number = 0; number < Apprentices; number++)
        {
            writers.Add(await Given.PersonAsync(Roles.Apprentice, $"Liv Nummer{number}"));
            var contract = await Given.ApprenticeshipAsync(writers[number], instructor: siv);
            await WriteAsync(contract, $"Uka til nummer {number}, mandag.", monday);
            await WriteAsync(contract, $"Uka til nummer {number}, onsdag.", monday.AddDays(2));
        }

        return writers;
    }

    private Task WriteAsync(Apprenticeship contract, string text, DateOnly on) => App.ChangeAsync(async db =>
    {
        var hers = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
        await db.AddAsync(HandedIn.Entry(hers, on, text, [hers.Plan[0]], App.Clock.GetUtcNow().AddHours(-2), App.Clock.Today));
    });
}

internal sealed class ApprovalScreen(IPage page) : Screen(page)
{
    public new IPage Page => base.Page;

    public ILocator Cards => Main.Locator("article.task");

    public ILocator Weeks => Main.Locator(".approvals-week");

    /// <summary>What is said aloud after each decision.</summary>
    public ILocator Said => Main.Locator(".approvals > [role=status]");

    public async Task ReturnAsync(string text, string comment)
    {
        var card = Cards.Filter(new() { HasText = text });
        await card.GetByRole(AriaRole.Button, new() { Name = ApprovalTexts.Return }).ClickAsync();
        await Main.GetByLabel(ApprovalTexts.WhatIsMissing).FillAsync(comment);
        await Button(Texts.Format(ApprovalTexts.ReturnTo, "Liv")).ClickAsync();
    }

    public async Task ApproveAllAsync(int count)
    {
        await Button(Texts.Format(ApprovalTexts.ChooseAll, count)).ClickAsync();
        await Button(Texts.Format(ApprovalTexts.ApproveChosen, count)).ClickAsync();
    }
}
