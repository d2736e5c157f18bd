using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Features.Home;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Shared;
using Apprentices.Tests.Features.ProgressLog.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>An apprentice writes her log with one thumb, on the narrowest phone.</summary>
public sealed class LogJourneyTests(Browser browser, ITestOutputHelper output) : Journey(browser)
{
    private const int Narrowest = 360;
    private const int MostTaps = 4;

    private int taps;

    [Fact]
    public async Task From_home_a_log_entry_with_a_photo_takes_fewer_than_five_taps_beside_typing()
    {
        var (mari, siv) = (await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), await Given.InstructorAsync("Siv Åmot"));
        await Given.ApprenticeshipAsync(mari, instructor: siv);
        var page = await OpenAsync(mari, HomeLinks.Home, Narrowest, touch: true);
        var log = new LogScreen(page);

        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = HomeTexts.WriteLog }));
        await Expect(log.Text).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Byttet disk i en tjener og prøvde den.");
        await TapAsync(log.Goals.First);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => TapAsync(log.Photo));
        await chooser.SetFilesAsync(new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = await Photo.AsFromAPhoneAsync(page) });
        await Expect(page.GetByAltText(Texts.Format(FileTexts.ImageNamed, "IMG_1.jpg"))).ToBeVisibleAsync();
        await FitsAsync(page);
        await TapAsync(log.HandIn);

        await Expect(page.GetByText(Before(ProgressLogTexts.HandedInSaid))).ToContainTextAsync("Siv Åmot");
        output.WriteLine($"{taps} taps beside typing, from home to handed in, with a photo.");
        Assert.InRange(taps, 1, MostTaps);
        var entry = await App.DbAsync(db => db.LogEntries.AsNoTracking().Include(e => e.Attachments).ThenInclude(file => file.Content).SingleAsync());
        Assert.Equal((LogState.HandedIn, "Byttet disk i en tjener og prøvde den."), (entry.State, entry.Text));
        Assert.Empty(Pictures.SecretsIn(Assert.Single(entry.Attachments).Content.Bytes));
        await Expect(log.Entry("Byttet disk")).ToContainTextAsync(LogTexts.StateHandedIn);
        await FitsAsync(page);
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task A_weekly_log_is_kept_open_begun_from_the_one_before_and_handed_in_by_the_week()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice, "Mari Berg");
        await Given.ApprenticeshipAsync(mari);
        await App.ChangeAsync(async db =>
        {
            var setting = new LogSetting(Tests.Support.Given.CurriculumCode);
            setting.Set(LogSetting.Usual with { Rhythm = LogRhythm.Weekly });
            await db.AddAsync(setting);
        });
        var page = await OpenAsync(mari, ProgressLogLinks.Log, Narrowest, touch: true);
        var log = new LogScreen(page);

        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.LastWeek }).TapAsync();
        await log.Text.FillAsync("Første uke på brukerstøtten.");
        await log.Goals.Nth(1).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.AddDuration }).TapAsync();
        await page.GetByLabel(ProgressLogTexts.DurationField).FillAsync("37,5");
        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.KeepOpen }).TapAsync();
        await Expect(page.GetByText(ProgressLogTexts.KeptSaid)).ToBeVisibleAsync();
        await Expect(log.Text).ToHaveValueAsync("");

        await log.Text.FillAsync("Alt skrevet.");
        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.UseLatest }).TapAsync();
        await Expect(log.Goals.And(page.Locator("[aria-pressed=true]"))).ToHaveCountAsync(1);
        await Expect(page.GetByLabel(ProgressLogTexts.DurationField)).ToHaveValueAsync(TypedDuration.Spoken(2250));
        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.CopyItsText }).TapAsync();
        await Expect(log.Text).ToHaveValueAsync("Alt skrevet.\n\nFørste uke på brukerstøtten.");
        await page.GetByRole(AriaRole.Button, new() { Name = ProgressLogTexts.Undo }).TapAsync();
        await Expect(log.Text).ToHaveValueAsync("Alt skrevet.");

        await page.GetByRole(AriaRole.Button, new() { Name = Texts.Format(ProgressLogTexts.HandInWeek, SpokenDate.Week(App.Clock.Today.AddDays(-7)), 1), Exact = true }).TapAsync();
        await Expect(log.Entry("Første uke")).ToContainTextAsync(LogTexts.StateHandedIn);
        await Expect(log.Text).ToHaveValueAsync("Alt skrevet.");
        var week = await App.DbAsync(db => db.LogEntries.AsNoTracking().SingleAsync());
        Assert.Equal((true, 2250), (week.IsWeek, week.Minutes));
        await FitsAsync(page);
    }

    [Fact]
    public async Task What_was_typed_on_another_device_is_shown_and_put_together()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice, "Mari Berg");
        await Given.ApprenticeshipAsync(mari);
        var (phone, laptop) = (await OpenAsync(mari, ProgressLogLinks.Log, Narrowest, touch: true), await OpenAsync(mari, ProgressLogLinks.Log));
        await new LogScreen(laptop).Text.FillAsync("Skrevet på den store.");
        await Expect(laptop.GetByText(Before(DraftTexts.Kept))).ToBeVisibleAsync();

        await new LogScreen(phone).Text.FillAsync("Skrevet på telefonen.");
        var other = phone.Locator(".draft-elsewhere");
        await Expect(other).ToContainTextAsync("Skrevet på den store.");
        await FitsAsync(phone);
        await Axe.FindsNothingAsync(phone);
        await other.GetByRole(AriaRole.Button, new() { Name = DraftTexts.TakeElsewhere }).TapAsync();
        await Expect(new LogScreen(phone).Text).ToHaveValueAsync("Skrevet på den store.");
        await Expect(other).ToContainTextAsync("Skrevet på telefonen.");
        await other.GetByRole(AriaRole.Button, new() { Name = DraftTexts.AddElsewhere }).TapAsync();

        await Expect(new LogScreen(phone).Text).ToHaveValueAsync("Skrevet på den store.\n\nSkrevet på telefonen.");
        await Expect(other).ToHaveCountAsync(0);
    }

    private async Task TapAsync(ILocator target)
    {
        var box = (await target.BoundingBoxAsync())!;
        Assert.True(box.Height >= 44, $"{target} is {box.Height} high.");
        taps++;
        await target.TapAsync();
    }

    private static async Task FitsAsync(IPage page) =>
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 0, Narrowest);

    /// <summary>The words of a sentence that stand before what varies in it.</summary>
    private static string Before(string sentence) => sentence[..sentence.IndexOf('{', StringComparison.Ordinal)].Trim();
}
