using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Curricula.Moves;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A curriculum came in a second edition: HR moves an apprentice to it, and what she has done follows.</summary>
public sealed class CurriculumMoveJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_rating_follows_its_goal_to_another_code_and_the_old_plan_stays_readable()
    {
        var (hr, instructor) = (await Given.HrAsync("Hanne Rød"), await Given.InstructorAsync("Inga Veien"));
        var hers = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), instructor: instructor);
        var plan = new PlanScreen(await OpenAsync(instructor, ApprenticeshipLinks.Plan(hers.Id)));
        await plan.RateAsync("Mål 1", LevelTexts.Masters, "Satte opp tre tjenere alene.");
        await Expect(plan.Goal("Mål 1")).ToContainTextAsync(LevelTexts.Masters);
        await SecondEditionAsync();

        var page = await OpenAsync(hr, CurriculumMoveLinks.Move(Given.CurriculumCode));
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = Texts.Format(CurriculumMoveTexts.LivesOnAsOf, "KM9001", 1) })).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Combobox, new() { Name = Texts.Format(CurriculumMoveTexts.LivesOnAsOf, "KM9001", 1) }).SelectOptionAsync("KM9101");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "KM9001" })).ToContainTextAsync(CurriculumMoveTexts.ByHand);
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = Texts.Format(CurriculumMoveTexts.Submit, Texts.Format(CurriculumMoveTexts.ApprenticesOne, 1)) }).ClickAsync();
        await Expect(page.GetByText(CurriculumMoveTexts.NobodyFollows, new() { Exact = true })).ToBeVisibleAsync();

        var moved = new PlanScreen(await OpenAsync(instructor, ApprenticeshipLinks.Plan(hers.Id)));
        await Expect(moved.Goal("Bygge tårn")).ToContainTextAsync(LevelTexts.Masters);
        await moved.Goal("Bygge tårn").Locator("summary").First.ClickAsync();
        await Expect(moved.Goal("Bygge tårn")).ToContainTextAsync(Texts.Format(TrainingPlanTexts.RatedAs, "KM9001"));
        await Expect(moved.Goal("Bygge tårn")).ToContainTextAsync("Satte opp tre tjenere alene.");

        var kept = await OpenAsync(instructor, TrainingPlanLinks.Sheet(hers.Id, 1));
        await Expect(kept.GetByRole(AriaRole.Main)).ToContainTextAsync("KM9001");
        await Expect(kept.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("KM9101");
    }

    /// <summary>The first goal has another code and other words; the rest are as they were.</summary>
    private Task SecondEditionAsync() => App.ChangeAsync(async db =>
    {
        var curriculum = await db.Curricula.Include(c => c.AllGoals).Include(c => c.Editions).SingleAsync(c => c.Code == Given.CurriculumCode);
        var before = curriculum.Goals.OrderBy(goal => goal.Order).ToList();
        curriculum.BeginEdition(App.Clock.GetUtcNow());
        curriculum.Add(new Goal("KM9101", 1, new LocalText("Bygge tårn", "Byggje tårn", "Build towers")));
        before.Skip(1).ToList().ForEach(goal => curriculum.Add(new Goal(goal.Code, goal.Order, goal.Title)));
    });
}
