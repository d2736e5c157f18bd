using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Shared;
using Apprentices.Shared.Forms;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>HR makes a form in three languages, sees it as the apprentice will, and publishes it.</summary>
public sealed class FormJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task HR_makes_a_form_previews_it_as_the_apprentice_in_nynorsk_and_publishes_it()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var page = await OpenAsync(hr, EvaluationFormLinks.New);

        await page.GetByLabel(EvaluationFormTexts.Nb).FillAsync("Startsamtale hos oss");
        await page.GetByLabel(FormTexts.KindStart).CheckAsync();
        await ClickAsync(page, EvaluationFormTexts.CreateSubmit);
        await page.GetByRole(AriaRole.Link, new() { Name = EvaluationFormTexts.AddSection }).ClickAsync();
        await FillAsync(page, EvaluationFormTexts.SectionTitle, "Den første tida", "Den første tida", "The first weeks");
        await ClickAsync(page, EvaluationFormTexts.SaveSection);

        await AddQuestionAsync(page, "Trives du?", "Trivst du?", "Do you like it?", QuestionType.YesNo);
        await AddQuestionAsync(page, "Hva skal til?", "Kva skal til?", "What would it take?", QuestionType.Text, shownIf: "Trives du? – Nei");
        await Axe.FindsNothingAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = EvaluationFormTexts.PartPreview }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = EvaluationFormTexts.InNynorsk, Exact = true }).ClickAsync();
        var hidden = page.GetByLabel("Kva skal til?");
        await Expect(page.GetByRole(AriaRole.Radiogroup, new() { Name = "Trivst du?" })).ToBeVisibleAsync();
        await Expect(hidden).ToHaveCountAsync(0);
        await page.GetByLabel("Nei").CheckAsync();
        await Expect(hidden).ToBeVisibleAsync();
        await page.GetByLabel("Ja").CheckAsync();
        await Expect(hidden).ToHaveCountAsync(0);
        await Axe.FindsNothingAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = EvaluationFormTexts.PartPublish }).ClickAsync();
        await ClickAsync(page, Texts.Format(EvaluationFormTexts.PublishSubmit, 1));
        await Expect(page.GetByText(EvaluationFormTexts.InUse, new() { Exact = true })).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task What_is_typed_of_a_question_is_kept_when_the_page_is_opened_again()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var id = await App.As(hr).RunAsync((CreateTalkForm use) => use.RunAsync(new() { NameNb = "Ekstra", Kinds = [EvaluationKind.Extra] }));
        await App.As(hr).RunAsync((WriteFormSection use) => use.RunAsync(id, null, new SectionInput { TitleNb = "Del" }));
        var page = await OpenAsync(hr, EvaluationFormLinks.NewQuestion(id, "del"));
        await FillAsync(page, EvaluationFormTexts.Question, "Halvt spørsmål", "", "");
        await Expect(page.GetByText(EvaluationFormTexts.LacksBoth)).ToBeVisibleAsync();
        await page.Locator(".saved").First.WaitForAsync();

        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Group, new() { Name = EvaluationFormTexts.Question, Exact = true }).GetByLabel(EvaluationFormTexts.Nb)).ToHaveValueAsync("Halvt spørsmål");
    }

    private static async Task AddQuestionAsync(IPage page, string nb, string nn, string en, QuestionType type, string? shownIf = null)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = EvaluationFormTexts.AddQuestion }).ClickAsync();
        await FillAsync(page, EvaluationFormTexts.Question, nb, nn, en);
        await page.GetByLabel(EvaluationFormTexts.TypeLabel).SelectOptionAsync(type.ToString());
        await page.GetByRole(AriaRole.Group, new() { Name = EvaluationFormTexts.WhoAnswers }).GetByLabel("Lærlingen").CheckAsync();
        if (shownIf is not null)
        {
            await page.GetByLabel(EvaluationFormTexts.ShownLabel).SelectOptionAsync(new SelectOptionValue { Label = shownIf });
        }

        await ClickAsync(page, EvaluationFormTexts.SaveQuestion);
        await Expect(page.GetByText(nb, new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task FillAsync(IPage page, string group, string nb, string nn, string en)
    {
        var fields = page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true });
        await fields.GetByLabel(EvaluationFormTexts.Nb).FillAsync(nb);
        await fields.GetByLabel(EvaluationFormTexts.Nn).FillAsync(nn);
        await fields.GetByLabel(EvaluationFormTexts.En).FillAsync(en);
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
