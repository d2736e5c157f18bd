using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>What a supervisor and her apprentice do with the plan and the talk, each in a browser of her own.</summary>
public sealed class TrainingJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task What_the_instructor_rates_the_apprentice_sees()
    {
        var (instructor, liv) = (await Given.InstructorAsync("Inga Veien"), await Given.PersonAsync(Domain.Roles.Apprentice, "Liv Lund"));
        var hers = await Given.ApprenticeshipAsync(liv, instructor: instructor);

        var plan = new PlanScreen(await OpenAsync(instructor, ApprenticeshipLinks.Plan(hers.Id)));
        await plan.RateAsync("Mål 1", LevelTexts.Masters, "Satte opp tre tjenere alene.");
        await Expect(plan.Goal("Mål 1")).ToContainTextAsync(LevelTexts.Masters);

        var own = new PlanScreen(await OpenAsync(liv, TrainingPlanLinks.Plan));
        await Expect(own.Goal("Mål 1")).ToContainTextAsync(LevelTexts.Masters);
        await own.Goal("Mål 1").Locator("summary").ClickAsync();
        await Expect(own.Goal("Mål 1")).ToContainTextAsync("Satte opp tre tjenere alene.");
    }

    [Fact]
    public async Task A_talk_is_held_and_signed_by_both()
    {
        var (instructor, liv) = (await Given.InstructorAsync("Inga Veien"), await Given.PersonAsync(Domain.Roles.Apprentice, "Liv Lund"));
        var hers = await Given.ApprenticeshipAsync(liv, instructor: instructor);
        var link = EvaluationLinks.Talk(hers.Evaluations.Single(talk => talk.Number == 2).Id);

        var talk = new TalkScreen(await OpenAsync(instructor, link));
        await talk.HoldAsync(SpokenDate.Digits(App.Clock.Today), "Vi gikk gjennom høsten.");
        await talk.SignAsync("Inga Veien");

        var hersToo = new TalkScreen(await OpenAsync(liv, link));
        await Expect(hersToo.Chip("Vi gikk gjennom høsten.")).ToBeVisibleAsync();
        await hersToo.SignAsync("Liv Lund");
        await Expect(hersToo.Chip(EvaluationTexts.StateSigned)).ToBeVisibleAsync();
    }
}
