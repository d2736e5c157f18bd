using System.IO.Compression;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Portfolio;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>An apprentice takes her portfolio with her and reads it without the program; a list opens in both forms.</summary>
public sealed class PortfolioJourneyTests(Browser browser) : Journey(browser)
{
    private readonly DirectoryInfo unpacked = Directory.CreateTempSubdirectory("portfolio-");

    [Theory]
    [InlineData(Language.Bokmal, ColorScheme.Light, 1280)]
    [InlineData(Language.English, ColorScheme.Dark, 360)]
    public async Task Her_portfolio_reads_without_the_program_and_its_files_open(Language language, ColorScheme theme, int width)
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), await Given.InstructorAsync("Siv Åmot"));
        await App.PortfolioAsync(liv, siv);
        var page = await OpenAsync(liv, TrainingPlanLinks.Plan, width, theme, language);
        await page.GetByRole(AriaRole.Main).Locator($"a[href='{PortfolioLinks.Own}']").ClickAsync();
        await page.WaitForURLAsync($"**{PortfolioLinks.Own}");
        await Axe.FindsNothingAsync(page);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href='{PortfolioLinks.OwnFile}']").ClickAsync());
        Assert.Equal("mappe-Liv-Lund.zip", download.SuggestedFilename);
        ZipFile.ExtractToDirectory(await download.PathAsync(), unpacked.FullName);

        await page.GotoAsync(new Uri(Path.Combine(unpacked.FullName, PortfolioPaper.PageName)).AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Liv Lund");
        await Expect(page.GetByText(PortfolioExample.NotHandedIn)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "It is wider than the screen.");
        foreach (var link in await page.Locator("a[href^='vedlegg/']").EvaluateAllAsync<string[]>("all => all.map(a => decodeURIComponent(a.getAttribute('href')))"))
        {
            Assert.True(File.Exists(Path.Combine(unpacked.FullName, link)), $"{link} is not there.");
        }

        await page.Locator("a[href^='vedlegg/']").First.ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("Innhold");
        if (Environment.GetEnvironmentVariable("TEST_PICTURES") is { } folder)
        {
            await page.GoBackAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"portfolio-{width}.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task A_list_is_taken_away_in_both_forms_with_the_filters_of_the_page()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Bo Bakke"));
        var page = await OpenAsync(hr, ApprenticeshipLinks.Found("Lund"));

        var excel = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = ListTexts.AsExcel }).ClickAsync());
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = ListTexts.AsCsv }).ClickAsync());

        Assert.Equal(("laerlinger.xlsx", "laerlinger.csv"), (excel.SuggestedFilename, csv.SuggestedFilename));
        var sheet = ListRead.Excel(await File.ReadAllBytesAsync(await excel.PathAsync()));
        Assert.Equal((2, "Lund"), (sheet.Rows.Count, sheet.Rows[1]["A"].Value));
        Assert.DoesNotContain("Bakke", await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        unpacked.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
