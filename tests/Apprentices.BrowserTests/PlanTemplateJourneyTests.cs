using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>From the employer's template for IT-drift to the plan an apprentice agrees to, and what a new edition brings it.</summary>
public sealed class PlanTemplateJourneyTests(Browser browser) : Journey(browser)
{
    private const string Trade = "ITD03-01";
    private const string LastGoal = "KM6049";

    [Fact]
    public async Task A_template_goes_from_gaps_to_full_and_a_plan_follows_it_through_a_new_edition_that_is_agreed()
    {
        var (instructor, liv) = (await Given.InstructorAsync("Inga Veien"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        var hers = await Given.ApprenticeshipAsync(liv, instructor: instructor, curriculum: Trade);

        var page = await OpenAsync(instructor, PlanTemplateLinks.New);
        var template = new TemplateScreen(page);
        await template.CreateAsync("IT-drift, Oslo", Trade);
        await template.AddTaskAsync("Sette opp arbeidsplasser", half: 1, goal => goal != LastGoal);
        await page.GetByRole(AriaRole.Link, new() { Name = PlanTemplateTexts.SeeCoverage }).ClickAsync();
        await Expect(template.Matrix(PlanTemplateTexts.MatrixTasks)).ToContainTextAsync(PlanTemplateTexts.MissingChip);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(PlanTemplateTexts.GapsInWordsOne);
        await Axe.FindsNothingAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = PlanTemplateTexts.AddForGoal }).ClickAsync();
        await template.FillTaskAsync("Verneombudets runde");
        await template.PartAsync(PlanTemplateTexts.PartCoverage);
        await Expect(page.GetByText(Texts.Format(PlanTemplateTexts.FullInWords, 15))).ToBeVisibleAsync();
        await Expect(template.Matrix(PlanTemplateTexts.MatrixTasks)).Not.ToContainTextAsync(PlanTemplateTexts.MissingChip);
        await template.PublishAsync(1, note: null);

        await page.GotoAsync(ApprenticeshipLinks.Plan(hers.Id));
        var plan = new PlanHeadScreen(page);
        await plan.StartAsync();
        await Expect(plan.Said(TrainingPlanTexts.Started)).ToBeVisibleAsync();
        await plan.PutForwardAsync();
        await Expect(plan.Said(TrainingPlanTexts.IsPutForward)).ToBeVisibleAsync();

        var own = new PlanHeadScreen(await OpenAsync(liv, TrainingPlanLinks.Plan));
        await own.AgreeAsync();
        await Expect(own.Said(TrainingPlanTexts.Agreed)).ToBeVisibleAsync();

        await page.GotoAsync(PlanTemplateLinks.List);
        await page.GetByRole(AriaRole.Link, new() { Name = "IT-drift, Oslo" }).ClickAsync();
        await template.AddTaskAsync("Kurs i skripting", half: 2, goal => goal == "KM6039");
        await template.PublishAsync(2, note: "Kurset er nytt i år.");

        await page.GotoAsync(ApprenticeshipLinks.Plan(hers.Id));
        await page.GetByRole(AriaRole.Link, new() { Name = TrainingPlanTexts.SeeOffer }).ClickAsync();
        await Expect(page.GetByText("Kurset er nytt i år.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Kurs i skripting" })).ToContainTextAsync(TrainingPlanTexts.OfferAdded);
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = TrainingPlanTexts.AcceptOne }).ClickAsync();
        await Expect(page.GetByText(TrainingPlanTexts.NewTask)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kurs i skripting" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = TrainingPlanTexts.SeeOffer })).ToHaveCountAsync(0);
        await Expect(page.GetByText(TrainingPlanTexts.ChangedSince)).ToBeVisibleAsync();
    }
}
