using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Home;
using Apprentices.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>In the dark.</summary>
public sealed class DarkTests(Browser browser) : Journey(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_follows_the_device_into_the_dark(ColorScheme theme)
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.Apprentice], HomeLinks.Home, theme: theme);
        await new Screen(page).IsOpenAsync();

        var brightness = await page.EvaluateAsync<double>(
            "() => { const seen = getComputedStyle(document.body).backgroundColor; const c = document.createElement('canvas').getContext('2d'); c.fillStyle = seen; c.fillRect(0, 0, 1, 1); return Math.max(...c.getImageData(0, 0, 1, 1).data.slice(0, 3)); }");

        Assert.True(theme == ColorScheme.Dark ? brightness < 64 : brightness > 192, $"The background is {brightness} of 255 bright.");
    }
}
