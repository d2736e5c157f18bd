using System.Globalization;
using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.RecordChanges;
using Apprentices.Features.Reminders;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>62 days of parental leave, from HR's form to what the others see of it.</summary>
public sealed class RecordChangeJourneyTests(Browser browser) : Journey(browser)
{
    private const string Secret = "Venter tvillinger.";

    [Fact]
    public async Task Parental_leave_waits_for_the_county_moves_with_its_consent_and_is_an_interruption_to_everybody_else()
    {
        var (hr, instructor) = (await Given.HrAsync("Hanne Rød"), await Given.InstructorAsync("Inga Veien"));
        var liv = await Given.PersonAsync(Roles.Apprentice, "Liv Lund");
        var today = App.Clock.Today;
        var hers = await Given.ApprenticeshipAsync(liv, startsOn: new DateOnly(today.Year, today.Month, 15).AddMonths(-8), instructor: instructor);
        var (oldEnd, newEnd) = (hers.EndsOn, hers.EndsOn.AddDays(62));
        var (oldDeadline, newDeadline) = (oldEnd.AddMonths(-2), newEnd.AddMonths(-2));
        var second = hers.Evaluations.Single(talk => talk.Number == 2).DueOn;
        var goals = await GoalsAsync(hers.Id);
        var lastMonth = await ThenAsync(instructor, hers.Id, today.AddMonths(-1));

        var page = await OpenAsync(hr, ApprenticeshipLinks.Record(hers.Id));
        await page.GetByRole(AriaRole.Link, new() { Name = ApprenticeshipTexts.EnterInterruption }).ClickAsync();
        var change = new ChangeScreen(page);
        await change.FillInterruptionAsync(SpokenDate.Digits(today.AddDays(10)), SpokenDate.Digits(today.AddDays(71)), RecordChangeTexts.CauseParental, Secret);
        await Expect(change.Part(RecordTexts.WaitingTitle)).ToContainTextAsync(DutyTexts.KindRegistrationDeadline);
        await Expect(change.Part(RecordTexts.WaitingTitle)).ToContainTextAsync(SpokenDate.Digits(oldDeadline));
        await Expect(change.Part(RecordTexts.WaitingTitle)).ToContainTextAsync(Texts.Format(RecordChangeTexts.IfConsent, SpokenDate.Digits(newDeadline)));
        await Axe.FindsNothingAsync(page);

        await change.ConfirmAsync(RecordChangeTexts.BackToForm);
        await Expect(change.Reason).ToHaveValueAsync(Secret);
        await change.SubmitAsync();
        await change.ConfirmAsync(RecordChangeTexts.ConfirmInterruption);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = RecordChangeTexts.DoneInterruption })).ToBeFocusedAsync();
        Assert.Equal(oldEnd, await EndAsync(hers.Id));

        await page.GetByRole(AriaRole.Link, new() { Name = RecordTexts.RecordConsent }).ClickAsync();
        await change.SubmitAsync();
        await Expect(change.Part(RecordChangeTexts.PartMoves)).ToContainTextAsync(SpokenDate.Digits(newDeadline));
        await change.ConfirmAsync(RecordChangeTexts.ConfirmConsent);
        await Expect(page.GetByText(RecordChangeTexts.DoneConsent)).ToBeVisibleAsync();
        Assert.Equal(newEnd, await EndAsync(hers.Id));
        Assert.Contains(goals, day => day < today);
        Assert.Equal(goals.Select(day => day < today.AddDays(10) ? day : day.AddDays(62)), await GoalsAsync(hers.Id));

        var theirs = await OpenAsync(instructor, ApprenticeshipLinks.Record(hers.Id));
        await Expect(theirs.GetByRole(AriaRole.Main)).ToContainTextAsync(SpokenDate.Digits(newEnd));
        await theirs.GotoAsync(ApprenticeshipLinks.Talks(hers.Id));
        await Expect(theirs.GetByRole(AriaRole.Main)).ToContainTextAsync(SpokenDate.Day(second.AddDays(62), today));
        await theirs.GotoAsync(ApprenticeshipLinks.History(hers.Id));
        var main = theirs.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync($"{SpokenDate.Digits(today.AddDays(10))}–{SpokenDate.Digits(today.AddDays(71))}");
        await Expect(main).ToContainTextAsync(RecordTexts.Interruption);
        await Expect(main).Not.ToContainTextAsync(Secret);
        await Expect(main).Not.ToContainTextAsync(RecordChangeTexts.CauseParental);
        Assert.DoesNotContain(Secret, await theirs.ContentAsync(), StringComparison.Ordinal);
        await theirs.GotoAsync(RecordChangeLinks.AsOf(hers.Id, today.AddMonths(-1)));
        await Expect(theirs.GetByRole(AriaRole.Region, new() { Name = Then(today.AddMonths(-1)) })).ToContainTextAsync(SpokenDate.Digits(oldEnd));
        Assert.Equal(lastMonth, await ThenAsync(instructor, hers.Id, today.AddMonths(-1)));

        await page.GotoAsync(ApprenticeshipLinks.History(hers.Id));
        await Expect(page.GetByText(Secret)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        await page.GotoAsync(ApprenticeshipLinks.Calendar(hers.Id));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(SpokenDate.DayAndYear(newDeadline));
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(SpokenDate.DayAndYear(oldDeadline));

        Assert.Equal(0, await RemindAsync(hers, second.AddDays(-30)));
        Assert.NotEqual(0, await RemindAsync(hers, second.AddDays(62 - 30)));
    }

    private static string Then(DateOnly day) =>
        Texts.Format(RecordChangeTexts.ThenTitle, day.ToString(RecordChangeTexts.LongDay, CultureInfo.CurrentCulture));

    private Task<DateOnly> EndAsync(Guid id) => App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == id).Select(a => a.EndsOn).SingleAsync());

    /// <summary>The day by which each goal of the plan is expected.</summary>
    private Task<List<DateOnly>> GoalsAsync(Guid id) =>
        App.DbAsync(db => db.PlannedGoals.Where(goal => goal.ApprenticeshipId == id).Select(goal => goal.ExpectedOn).Order().ToListAsync());

    /// <summary>How many reminders of the second talk have been promised when that day has come.</summary>
    private async Task<int> RemindAsync(Apprenticeship hers, DateOnly day)
    {
        App.Clock.Set(day);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        var talk = hers.Evaluations.Single(evaluation => evaluation.Number == 2).Id;
        return await App.DbAsync(db => db.Reminders.CountAsync(reminder => reminder.EvaluationId == talk));
    }

    /// <summary>The record as of a day, as somebody reads it.</summary>
    private async Task<string> ThenAsync(Person reader, Guid id, DateOnly day)
    {
        var page = await OpenAsync(reader, RecordChangeLinks.AsOf(id, day));
        var region = page.GetByRole(AriaRole.Region, new() { Name = Then(day) });
        await Expect(region).ToBeVisibleAsync();
        return await region.InnerTextAsync();
    }
}
