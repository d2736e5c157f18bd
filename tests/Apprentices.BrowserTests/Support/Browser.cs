using Apprentices.BrowserTests.Support;
using Apprentices.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Apprentices.BrowserTests.Support;

/// <summary>One Chromium for all journeys; each has a context of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The first that is there: the one without windows opens a page in half the time.</summary>
    private static readonly string? Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>How long an expectation may take to come true; a busy machine needs more than the five seconds it would be.</summary>
    private const float PatienceInMilliseconds = 30_000;

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }

    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        if (chromium is null)
        {
            Missing.Skip("Chromium");
        }

        return chromium!.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
