using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Shared;
using Apprentices.Tests.Features.ProgressLog.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A photo goes with the log on the narrowest phone, and what is refused says why beside it.</summary>
public sealed class LogFileJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_photo_goes_with_the_log_without_what_it_tells_and_others_are_refused_by_name()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari);
        var page = await OpenAsync(mari, ProgressLogLinks.Log, width: 360);
        var files = page.GetByLabel(FileTexts.Choose);
        await Expect(files).ToBeAttachedAsync();
        Assert.InRange((await files.BoundingBoxAsync())!.Height, 44, 80);

        await files.ChooseAsync(
        [
            new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = await Photo.AsFromAPhoneAsync(page) },
            new FilePayload { Name = "program.jpg", MimeType = "image/jpeg", Buffer = [.. "MZ"u8, .. new byte[200_000]] },
            new FilePayload { Name = "rapport.pdf", MimeType = "application/pdf", Buffer = Documents.Pdf },
        ]);

        await Expect(page.GetByText(Texts.Format(FileTexts.AddedSeveral, 2))).ToBeVisibleAsync();
        var alert = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "program.jpg" });
        await Expect(alert).ToContainTextAsync(FileTexts.NotTaken);
        var photo = page.GetByAltText(Texts.Format(FileTexts.ImageNamed, "IMG_1.jpg"));
        await Expect(photo).ToBeVisibleAsync();
        Assert.True(await photo.EvaluateAsync<bool>("picture => picture.decode().then(() => picture.naturalWidth === 320)"));
        await Axe.FindsNothingAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = $"{FileTexts.Remove} rapport.pdf" }).ClickAsync();
        await Expect(page.GetByText(Texts.Format(FileTexts.Removed, "rapport.pdf"))).ToBeVisibleAsync();

        var stored = Assert.Single(await App.DbAsync(db => db.Attachments.AsNoTracking().Include(file => file.Content).ToListAsync()));
        Assert.Equal((2000, 1500, null), (stored.Width, stored.Height, stored.LogEntryId));
        Assert.Empty(Pictures.SecretsIn(stored.Content.Bytes));
    }
}
