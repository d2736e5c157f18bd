using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Home;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A training manager agrees the dates of a final test, the apprentice reads them, it is not passed, and HR sees who is up.</summary>
public sealed class FinalTestJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Dates_are_agreed_and_read_a_result_is_entered_and_the_time_to_appeal_is_shown()
    {
        var (hr, tor) = (await Given.HrAsync("Hanne Rød"), await Given.TrainingManagerAsync("Tor Eide"));
        var liv = await Given.PersonAsync(Roles.Apprentice, "Liv Lund");
        App.Clock.Set(new DateOnly(2026, 5, 4));
        var hers = await Given.ApprenticeshipAsync(liv, startsOn: new(2024, 8, 15), endsOn: new(2026, 8, 14), trainingManager: tor, curriculum: "ITD03-01");

        var manager = await OpenAsync(tor, FinalTestLinks.Of(hers.Id));
        await Expect(manager.GetByRole(AriaRole.Heading, new() { Name = FinalTestTexts.InPlace })).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(manager);
        await manager.GetByRole(AriaRole.Link, new() { Name = FinalTestTexts.WayDates }).ClickAsync();
        await manager.GetByLabel(FinalTestTexts.FirstDay).FillAsync("15.5.2026");
        await manager.GetByLabel(FinalTestTexts.FirstDay).PressAsync("Tab");
        await Expect(manager.GetByLabel(FinalTestTexts.LastDay)).ToHaveValueAsync("26.5.2026");
        await Expect(manager.GetByText(FinalTestTexts.WarnHolidays)).ToBeVisibleAsync();
        await manager.GetByLabel(FinalTestTexts.Place, new() { Exact = true }).FillAsync("Møterom Fyret");
        await manager.GetByLabel(FinalTestTexts.MeetingDay).FillAsync("15.5.2026");
        await manager.GetByLabel(FinalTestTexts.MeetingTime).FillAsync("kl 9");
        await manager.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.AgreeSubmit }).ClickAsync();
        await Expect(manager.GetByText(FinalTestTexts.TimeWrong).First).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(manager);
        await manager.GetByLabel(FinalTestTexts.MeetingTime).FillAsync("9.00");
        await manager.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.AgreeSubmit }).ClickAsync();
        await Expect(manager.GetByText(FinalTestTexts.AgreedSaid)).ToBeVisibleAsync();

        // The apprentice sees them on her home, and says that she has read them.
        var own = await OpenAsync(liv, HomeLinks.Home);
        await own.GetByRole(AriaRole.Link, new() { Name = FinalTestTexts.ReadDates }).ClickAsync();
        await Expect(own.GetByText("Møterom Fyret")).ToBeVisibleAsync();
        await Expect(own.GetByText("09.00")).ToBeVisibleAsync();
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.MoveSubmit })).ToHaveCountAsync(0);
        await own.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.IHaveRead }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.IHaveRead })).ToHaveCountAsync(0);
        Assert.NotNull(await App.DbAsync(db => db.TestAgreements.Select(agreement => agreement.ReadAt).SingleAsync()));
        await Axe.FindsNothingAsync(own);

        // Not passed: the time to appeal is shown, and the next attempt lies ahead.
        App.Clock.Set(new DateOnly(2026, 5, 28));
        manager = await OpenAsync(tor, FinalTestLinks.Attempt(hers.Id, 1));
        await manager.GetByRole(AriaRole.Link, new() { Name = FinalTestTexts.ChoiceResult }).ClickAsync();
        await Expect(manager.GetByLabel(FinalTestTexts.TestLastDay)).ToHaveValueAsync("26.5.2026");
        await manager.GetByLabel(FinalTestTexts.Grade).SelectOptionAsync(RecordWords.Of(TestGrade.NotPassed));
        await manager.GetByLabel(FinalTestTexts.NoticeDay).FillAsync("28.5.2026");
        await manager.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.SubmitResult }).ClickAsync();
        await Expect(manager.GetByText(FinalTestTexts.Entered)).ToBeVisibleAsync();
        await Expect(manager.GetByText(SpokenDate.Full(new(2026, 6, 18))).First).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(manager);

        own = await OpenAsync(liv, FinalTestLinks.Of(hers.Id));
        await Expect(own.GetByText(FinalTestTexts.RightReasons)).ToBeVisibleAsync();
        await Expect(own.GetByText(Texts.Format(FinalTestTexts.RightAppeal, SpokenDate.Full(new(2026, 6, 18))))).ToBeVisibleAsync();
        await Expect(own.GetByRole(AriaRole.Link, new() { Name = Texts.Format(FinalTestTexts.AttemptTitle, 2) })).ToBeVisibleAsync();

        // HR's year: by month, narrowed by a chip, and through to the record.
        var year = await OpenAsync(hr, FinalTestLinks.Year);
        await Expect(year.GetByRole(AriaRole.Heading, new() { Name = "August 2026" })).ToBeVisibleAsync();
        await year.GetByRole(AriaRole.Link, new() { Name = FinalTestTexts.StageNotRegistered }).ClickAsync();
        await year.GetByRole(AriaRole.Button, new() { Name = FinalTestTexts.MoreFilters }).ClickAsync();
        await year.GetByLabel(FinalTestTexts.County).SelectOptionAsync("Oslo");
        await Expect(year).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("stage=NotRegistered&county=03"));
        await Axe.FindsNothingAsync(year);
        await year.GetByRole(AriaRole.Link, new() { Name = "Liv Lund" }).ClickAsync();
        await Expect(year.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Liv Lund");
    }
}
