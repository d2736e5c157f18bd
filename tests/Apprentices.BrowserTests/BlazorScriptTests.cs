using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Tests.Support;
using Microsoft.Playwright;

namespace Apprentices.BrowserTests;

/// <summary>The client script that the build takes out drives the pages, and is served as a static asset should be.</summary>
public sealed class BlazorScriptTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task The_client_script_draws_the_page_and_its_address_holds_its_fingerprint()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari);

        var page = await OpenAsync(mari, TrainingPlanLinks.Plan);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();

        var script = await page.Locator("script[src*='blazor.web']").GetAttributeAsync("src");
        using var answer = await App.ClientOf(person: null).GetAsync("/" + script);
        Assert.Matches(@"^_framework/blazor\.web\.[a-z0-9]+\.js$", script);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
    }
}
