using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>Two prepare a talk at the same time, each in a browser of her own, and neither sees the other's until both have handed in.</summary>
public sealed class PreparationJourneyTests(Browser browser) : Journey(browser)
{
    private const string Hers = "Jeg satte opp en tjener selv.";
    private const string His = "Gjorde det med litt hjelp.";

    [Fact]
    public async Task Two_prepare_blind_hand_in_and_see_where_they_differ()
    {
        var (ingrid, siv) = (await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), await Given.InstructorAsync("Siv Åmot"));
        var contract = await Given.ApprenticeshipAsync(ingrid, startsOn: App.Clock.Today.AddMonths(-5), instructor: siv);
        var talk = contract.Evaluations[0].Id;
        var hers = new PreparationScreen(await OpenAsync(ingrid, EvaluationLinks.Talk(talk), width: 360));
        await hers.Page.GetByRole(AriaRole.Link, new() { Name = PreparationTexts.Begin }).ClickAsync();
        var his = new PreparationScreen(await OpenAsync(siv, EvaluationLinks.Prepare(talk)));

        await hers.AnswerAllAsync(Hers, Level.Masters);
        await his.AnswerAllAsync(His, Level.UnderWay);
        await Expect(hers.Page.Locator("main")).Not.ToContainTextAsync(His);
        await Expect(his.Page.Locator("main")).Not.ToContainTextAsync(Hers);
        await Axe.FindsNothingAsync(his.Page);

        await hers.HandInAsync();
        await Expect(hers.Page.Locator("main")).ToContainTextAsync(PreparationTexts.TakeBackHelp);
        await hers.Page.GotoAsync(EvaluationLinks.Talk(talk));
        await Expect(hers.Page.Locator("main")).ToContainTextAsync(PreparationTexts.StateNotBegun);
        await his.Page.ReloadAsync();
        await Expect(his.Page.Locator("main")).ToContainTextAsync(Texts.Format(PreparationTexts.HasHandedIn, "Ingrid Solheim"));
        await Expect(his.Page.Locator("main")).Not.ToContainTextAsync(Hers);

        await his.HandInAsync();
        await Expect(his.Page.Locator("h1")).ToHaveTextAsync(PreparationTexts.ComparedTitle);
        await his.ShowsAsync(Hers, His);
        await hers.Page.GotoAsync(EvaluationLinks.Prepare(talk));
        await Expect(hers.Page.Locator("h1")).ToHaveTextAsync(PreparationTexts.ComparedTitle);
        await hers.ShowsAsync(Hers, His);
        await Expect(hers.Page.Locator(".diff").First).ToContainTextAsync(Texts.Format(PreparationTexts.Apart, 2));
        await Axe.FindsNothingAsync(hers.Page);

        await hers.Page.GotoAsync(EvaluationLinks.Readers(talk));
        await Expect(hers.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(hers.Page.Locator("tbody tr")).ToContainTextAsync("Siv Åmot");
    }

    [Fact]
    public async Task What_is_typed_survives_a_refresh_and_a_missing_answer_is_named()
    {
        var ingrid = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        var contract = await Given.ApprenticeshipAsync(ingrid, startsOn: App.Clock.Today.AddMonths(-5), instructor: await Given.InstructorAsync("Siv Åmot"));
        var screen = new PreparationScreen(await OpenAsync(ingrid, EvaluationLinks.Prepare(contract.Evaluations[0].Id)));
        await screen.Texts.First.FillAsync(Hers);
        await Expect(screen.Page.Locator(".saved")).Not.ToBeEmptyAsync();

        await screen.Page.ReloadAsync();
        await Expect(screen.Texts.First).ToHaveValueAsync(Hers);
        await screen.HandInAsync();
        await Expect(screen.Page.Locator(".errors")).ToBeFocusedAsync();
        Assert.Empty(await App.DbAsync(db => db.EvaluationAnswers.ToListAsync()));

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = PreparationTexts.SaveOnly }).ClickAsync();
        await Expect(screen.Page.Locator("main")).ToContainTextAsync(PreparationTexts.Saved);
        Assert.Contains(Hers, await App.DbAsync(db => db.EvaluationAnswers.Select(answer => answer.Text).ToListAsync()));
    }
}
