using Apprentices.BrowserTests.Support;
using Apprentices.Features.Account;
using Apprentices.Tests.Support;
using Microsoft.Playwright;

namespace Apprentices.BrowserTests;

/// <summary>The client script that the build takes out drives the pages, and is served as a static asset should be.</summary>
public sealed class BlazorScriptTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task The_client_script_draws_the_page_and_is_cached_for_a_year()
    {
        var hr = await Given.HrAsync();

        var page = await OpenAsync(hr, AccountLinks.Privacy);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();

        var script = await page.Locator("script[src*='blazor.web']").GetAttributeAsync("src");
        using var answer = await App.ClientOf(person: null).GetAsync("/" + script);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
    }
}
