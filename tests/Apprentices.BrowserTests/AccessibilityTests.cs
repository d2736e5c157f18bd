using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Shared;
using Apprentices.Shell;
using Apprentices.Tests.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>
/// axe finds nothing on any page, in light and in dark, and none is wider than the narrowest phone. In the ordinary run each page is
/// seen once, from the seat with most on it, in bokmål; TEST_ACCESSIBILITY=full takes every seat, theme and language.
/// </summary>
public abstract class AccessibilityWalk(Browser browser, ITestOutputHelper output, bool ofHr) : Journey(browser)
{
    private const int Narrowest = 360;

    private static readonly string[] AlsoInDark =
        ["sign-in", "home of an apprentice", "home of a supervisor", "overview", "list", "plan, rating a goal", "talk to sign", "own log"];

    private static bool InFull => Environment.GetEnvironmentVariable("TEST_ACCESSIBILITY") == "full";

    private static IEnumerable<Language> Languages => InFull ? Enum.GetValues<Language>() : [Language.Bokmal];

    [Fact]
    public async Task Nothing_is_found_on_any_page_and_none_is_wider_than_the_narrowest_phone()
    {
        using var scene = await Scene.SetAsync(App);
        var visits = Languages.SelectMany(language => Site.Places.SelectMany(place =>
            place.Seats.Take(InFull ? place.Seats.Length : 1).Where(seat => seat == Seat.Hr == ofHr).Select(seat => (place, seat, language)))).ToList();

        List<string> findings = [];
        foreach (var visitor in visits.GroupBy(visit => (visit.seat, visit.language)))
        {
            var page = await OpenAsync(scene[visitor.Key.seat], AccountLinks.Privacy, language: visitor.Key.language);
            foreach (var (place, seat, language) in visitor)
            {
                await page.GotoAsync(place.Link(scene));
                await SettledAsync(page);
                Assert.True(place.Name == "not found" || await page.Locator("h1").First.InnerTextAsync() != SharedTexts.NotFoundTitle, $"{place} is not there for {seat}");
                findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{place}, {seat}, {language}, light: {finding}"));
                if (InFull || AlsoInDark.Contains(place.Name))
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                    findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{place}, {seat}, {language}, dark: {finding}"));
                    await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                }

                await page.SetViewportSizeAsync(Narrowest, 740);
                findings.AddRange(await NarrowAsync(page, seat != Seat.Nobody, $"{place}, {seat}, {language}"));
                await page.SetViewportSizeAsync(1280, 900);
            }
        }

        output.WriteLine($"{visits.Count} pages by axe, each on the narrowest phone, too.");
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    /// <summary>What sticks out, for whoever has to mend it; and whether the bar is at the foot.</summary>
    private static async Task<IEnumerable<string>> NarrowAsync(IPage page, bool hasBar, string where)
    {
        List<string> findings = [];
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > Narrowest)
        {
            var widest = await page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('[style*=overflow], .sr')).slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | ')");
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"{where}: {width} wide: {widest}"));
        }

        if (hasBar && !await page.GetByRole(AriaRole.Navigation, new() { Name = ShellTexts.MainMenu }).EvaluateAsync<bool>(
            "bar => Math.abs(bar.getBoundingClientRect().bottom - innerHeight) < 2"))
        {
            findings.Add($"{where}: the bar is not at the foot");
        }

        return findings;
    }

    /// <summary>Drawn, and nothing on it still loading.</summary>
    private static async Task SettledAsync(IPage page)
    {
        await Expect(page.Locator("main h1, main h2").First).ToBeVisibleAsync();
        await Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
    }
}

/// <summary>The pages of HR.</summary>
public sealed class HrAccessibilityTests(Browser browser, ITestOutputHelper output) : AccessibilityWalk(browser, output, ofHr: true);

/// <summary>The pages of the others, and what is asked of all of them.</summary>
public sealed partial class AccessibilityTests(Browser browser, ITestOutputHelper output) : AccessibilityWalk(browser, output, ofHr: false)
{
    [Fact]
    public async Task Every_page_is_visited()
    {
        using var scene = await Scene.SetAsync(App);
        var addresses = Site.Places.Select(place => place.Link(scene).Split('?')[0]).ToList();

        var missing = typeof(Program).Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>(), (page, route) => (page.Name, Pattern: $"^{Varying.Replace(route.Template, "[^/]+")}$"))
            .Where(page => !addresses.Exists(address => Regex.IsMatch(address, page.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))))
            .Select(page => page.Name);

        Assert.Empty(missing);
    }

    [Fact]
    public async Task What_is_wrong_is_found()
    {
        var page = await OpenAsync(person: null, AccountLinks.Privacy);

        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('button'))");

        Assert.Contains("button-name", Assert.Single(await Axe.FindingsAsync(page)), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Varying { get; }
}
