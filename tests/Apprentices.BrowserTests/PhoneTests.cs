using System.Globalization;
using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Home;
using Apprentices.Shell;
using Apprentices.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>On the narrowest phone, and in the dark.</summary>
public sealed class PhoneTests(Browser browser) : Journey(browser)
{
    private const int Narrowest = 360;

    [Fact]
    public async Task No_page_is_wider_than_the_narrowest_phone_and_the_bar_is_at_its_foot()
    {
        var scene = await Scene.SetAsync(App);
        List<string> wrong = [];
        foreach (var visitor in Site.Places.GroupBy(place => place.Seats[0]))
        {
            var page = await OpenAsync(scene[visitor.Key], Features.Account.AccountLinks.Privacy, Narrowest);
            foreach (var place in visitor)
            {
                await page.GotoAsync(place.Link(scene));
                await Expect(page.Locator("main h1, main h2").First).ToBeVisibleAsync();
                await Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
                var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (width > Narrowest)
                {
                    wrong.Add($"{place}: {width.ToString(CultureInfo.InvariantCulture)} wide: {await WidestAsync(page)}");
                }

                if (visitor.Key != Seat.Nobody && !await page.GetByRole(AriaRole.Navigation, new() { Name = ShellTexts.MainMenu }).EvaluateAsync<bool>(
                    "bar => Math.abs(bar.getBoundingClientRect().bottom - innerHeight) < 2"))
                {
                    wrong.Add($"{place}: the bar is not at the foot");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_follows_the_device_into_the_dark(ColorScheme theme)
    {
        var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.Apprentice], HomeLinks.Home, theme: theme);
        await new Screen(page).IsOpenAsync();

        var brightness = await page.EvaluateAsync<double>(
            "() => { const seen = getComputedStyle(document.body).backgroundColor; const c = document.createElement('canvas').getContext('2d'); c.fillStyle = seen; c.fillRect(0, 0, 1, 1); return Math.max(...c.getImageData(0, 0, 1, 1).data.slice(0, 3)); }");

        Assert.True(theme == ColorScheme.Dark ? brightness < 64 : brightness > 192, $"The background is {brightness} of 255 bright.");
    }

    /// <summary>What sticks out, for whoever has to mend it.</summary>
    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('[style*=overflow], .sr')).slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | ')");
}
