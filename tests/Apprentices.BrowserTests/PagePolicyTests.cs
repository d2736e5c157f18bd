using Apprentices.BrowserTests.Support;
using Apprentices.Features.Apprenticeships;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>
/// The policy of the pages, as a browser keeps it. That no page of ours breaks it, every journey shows and the walk with axe: what is
/// forbidden is written to the console, and that fails them.
/// </summary>
public sealed class PagePolicyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task What_the_policy_forbids_is_seen_here()
    {
        var page = await OpenAsync(await Given.HrAsync(), ApprenticeshipLinks.Overview);
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.Empty(TakeErrors());

        await page.EvaluateAsync("""
            () => {
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.body.append(script);
                const image = document.createElement('img');
                image.setAttribute('onerror', 'window.ran = true');
                image.src = 'data:image/png;base64,AA';
                document.body.append(image);
                const style = document.createElement('style');
                style.textContent = 'main { display: none }';
                document.head.append(style);
                const elsewhere = document.createElement('script');
                elsewhere.src = 'https://evil.example/script.js';
                document.body.append(elsewhere);
                const frame = document.createElement('iframe');
                frame.src = '/privacy';
                document.body.append(frame);
                const timer = document.createElement('a');
                timer.href = 'javascript:window.ran = true';
                document.body.append(timer);
                timer.click();
            }
            """);
        await page.EvaluateAsync("() => new Promise(done => { setTimeout('window.ran = true', 0); setTimeout(done, 50); })");
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => window.ran === true"));

        var said = string.Join('\n', TakeErrors());
        foreach (var directive in (string[])["script-src 'self'", "style-src 'self'", "default-src 'none'", "unsafe-eval"])
        {
            Assert.Contains(directive, said, StringComparison.Ordinal);
        }
    }
}
