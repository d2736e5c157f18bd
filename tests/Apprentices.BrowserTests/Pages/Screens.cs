using Apprentices.BrowserTests.Support;
using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Features.RecordChanges;
using Apprentices.Features.Roster;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests.Pages;

/// <summary>What every page has. A heading within main is drawn over the circuit: once it shows, the page answers.</summary>
internal class Screen(IPage page)
{
    protected IPage Page => page;

    protected ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Heading => Main.Locator("h1");

    public Task IsOpenAsync() => Expect(Heading).ToBeVisibleAsync();

    protected ILocator Button(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name });
}

internal sealed class SignInScreen(IPage page) : Screen(page)
{
    public async Task ChooseAsync(string name) => await Main.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    /// <summary>The first of a group of personas; its name.</summary>
    public async Task<string> ChooseFirstApprenticeAsync()
    {
        var persona = Main.GetByRole(AriaRole.Region, new() { Name = AccountTexts.GroupApprentice }).GetByRole(AriaRole.Button).First;
        var name = await persona.Locator("b").InnerTextAsync();
        await persona.ClickAsync();
        return name;
    }
}

internal sealed class RosterScreen(IPage page) : Screen(page)
{
    public Task TakeAsync(string name, byte[] content) =>
        Page.GetByLabel(RosterTexts.ChooseFile).ChooseAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });

    public ILocator Row(string name) => Main.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public Task ConfirmOneAsync() => Button(RosterTexts.ImportOne).ClickAsync();
}

internal sealed class ListScreen(IPage page) : Screen(page)
{
    public ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name });

    public async Task FindAsync(string text)
    {
        var search = Main.GetByRole(AriaRole.Searchbox, new() { Name = ApprenticeshipTexts.SearchInList });
        await search.FillAsync(text);
        await search.PressAsync("Enter");
    }
}

internal sealed class PlanScreen(IPage page) : Screen(page)
{
    public ILocator Goal(string title) => Main.Locator(".plan-goal").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public async Task RateAsync(string title, string level, string note)
    {
        await Goal(title).GetByRole(AriaRole.Button, new() { Name = TrainingPlanTexts.Rate }).ClickAsync();
        await Main.GetByRole(AriaRole.Radio, new() { Name = level, Exact = true }).CheckAsync();
        await Main.GetByLabel(TrainingPlanTexts.Note).FillAsync(note);
        await Button(TrainingPlanTexts.SaveRating).ClickAsync();
    }
}

internal sealed class LogScreen(IPage page) : Screen(page)
{
    public ILocator Text => Main.GetByLabel(ProgressLogTexts.WhatDidYouDo);

    public ILocator Goals => Main.Locator(".goalpick .pick-goal");

    public ILocator Photo => Main.GetByLabel(FileTexts.Choose);

    public ILocator Entry(string text) => Main.Locator(".entries > li").Filter(new() { HasText = text });

    public ILocator HandIn => Main.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.HandIn, Exact = true });

    public Task SaveAsync() => HandIn.ClickAsync();
}

internal sealed class TalkScreen(IPage page) : Screen(page)
{
    public ILocator Chip(string word) => Main.GetByText(word, new() { Exact = true });

    public async Task HoldAsync(string day, string summary)
    {
        await Main.GetByText(EvaluationTexts.HoldTitle, new() { Exact = true }).ClickAsync();
        await Main.GetByLabel(EvaluationTexts.HeldOnField).FillAsync(day);
        await Main.GetByLabel(EvaluationTexts.SummaryField).FillAsync(summary);
        await Button(EvaluationTexts.HoldSubmit).ClickAsync();
        await Expect(Main.GetByText(EvaluationTexts.Held, new() { Exact = true })).ToBeVisibleAsync();
    }

    public async Task SignAsync(string name)
    {
        await Main.GetByLabel(EvaluationTexts.SignHaveRead).CheckAsync();
        await Main.GetByLabel(EvaluationTexts.SignName).FillAsync(name);
        await Button(EvaluationTexts.SignSubmit).ClickAsync();
        await Expect(Main.GetByText(EvaluationTexts.Signed, new() { Exact = true })).ToBeVisibleAsync();
    }
}

internal sealed class ChangeScreen(IPage page) : Screen(page)
{
    public ILocator Reason => Main.GetByLabel(RecordChangeTexts.Reason);

    public ILocator Part(string title) => Main.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public async Task FillInterruptionAsync(string from, string to, string cause, string reason)
    {
        await Main.GetByLabel(RecordChangeTexts.FirstDay).FillAsync(from);
        await Main.GetByRole(AriaRole.Textbox, new() { Name = RecordChangeTexts.LastDay }).FillAsync(to);
        await Main.GetByLabel(RecordChangeTexts.Cause).SelectOptionAsync(new SelectOptionValue { Label = cause });
        await Reason.FillAsync(reason);
        await SubmitAsync();
    }

    /// <summary>From the form to what would follow from it.</summary>
    public async Task SubmitAsync()
    {
        await Button(RecordChangeTexts.SeeWhatFollows).ClickAsync();
        await Expect(Main.GetByRole(AriaRole.Heading, new() { Name = RecordChangeTexts.OutcomeTitle })).ToBeFocusedAsync();
    }

    public Task ConfirmAsync(string button) => Button(button).ClickAsync();
}

internal sealed class TemplateScreen(IPage page) : Screen(page)
{
    public ILocator Matrix(string title) => Main.GetByRole(AriaRole.Table, new() { Name = title });

    public async Task CreateAsync(string name, string trade)
    {
        await Main.GetByLabel(PlanTemplateTexts.Name).FillAsync(name);
        await Main.Locator($"select:has(option[value='{trade}'])").SelectOptionAsync(trade);
        await Button(PlanTemplateTexts.CreateSubmit).ClickAsync();
        await Expect(Heading).ToContainTextAsync(name);
    }

    /// <summary>Adds a task in a half-year, for the goals that are chosen by their codes.</summary>
    public async Task AddTaskAsync(string title, int half, Func<string, bool> teaches)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = $"{PlanTemplateTexts.AddTask} {Texts.Format(PlanTemplateTexts.InHalfYear, half)}" }).ClickAsync();
        await Expect(Heading).ToContainTextAsync(PlanTemplateTexts.NewTaskHeading);
        foreach (var goal in await Main.Locator(".goalboxes label").AllAsync())
        {
            if (teaches(await goal.Locator(".nowrap").InnerTextAsync()))
            {
                await goal.GetByRole(AriaRole.Checkbox).CheckAsync();
            }
        }

        await FillTaskAsync(title);
    }

    public async Task FillTaskAsync(string title)
    {
        await Main.GetByLabel(TaskTexts.Title).FillAsync(title);
        await Button(PlanTemplateTexts.AddTaskSubmit).ClickAsync();
        await Expect(Main.Locator(".template-tasks").GetByText(title, new() { Exact = true }).First).ToBeVisibleAsync();
    }

    public async Task PartAsync(string part) =>
        await Main.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();

    public async Task PublishAsync(int number, string? note)
    {
        await PartAsync(PlanTemplateTexts.PartEditions);
        if (note is not null)
        {
            await Main.GetByLabel(PlanTemplateTexts.NoteLabel).FillAsync(note);
        }

        await Button(Texts.Format(PlanTemplateTexts.PublishSubmit, number)).ClickAsync();
        await Expect(Main.GetByText(Texts.Format(PlanTemplateTexts.PublishedSaid, number))).ToBeVisibleAsync();
    }
}

internal sealed class PlanHeadScreen(IPage page) : Screen(page)
{
    private ILocator Head => Main.GetByRole(AriaRole.Region, new() { Name = TrainingPlanTexts.HeadTitle });

    public ILocator Said(string sentence) => Head.GetByRole(AriaRole.Status).GetByText(sentence);

    public async Task StartAsync()
    {
        await Head.GetByRole(AriaRole.Button, new() { Name = TrainingPlanTexts.ChooseTemplate }).ClickAsync();
        await Head.GetByRole(AriaRole.Button, new() { Name = TrainingPlanTexts.StartFrom }).ClickAsync();
    }

    public Task PutForwardAsync() => DoAsync(TrainingPlanTexts.PutForward, TrainingPlanTexts.PutForwardConfirm);

    public Task AgreeAsync() => DoAsync(TrainingPlanTexts.Agree, TrainingPlanTexts.AgreeConfirm);

    private async Task DoAsync(string what, string confirm)
    {
        await Head.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
        await Head.GetByRole(AriaRole.Button, new() { Name = confirm, Exact = true }).ClickAsync();
    }
}
