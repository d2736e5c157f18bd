using System.Collections.Concurrent;
using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Playwright;

namespace Apprentices.BrowserTests.Support;

/// <summary>What a person does in a browser, against a program with a database of its own. A page that writes an error to the console fails it.</summary>
public abstract class Journey(Browser browser) : AppTests
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly List<IBrowserContext> contexts = [];
    private Uri? address;

    /// <summary>Where the program listens, without a slash at the end.</summary>
    protected string Address => address!.GetLeftPart(UriPartial.Authority);

    protected override bool ProgramOfItsOwn => true;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        address = App.Listen();
    }

    /// <summary>Opens a browser in which somebody, or nobody, is signed in, and goes to an address of the program.</summary>
    protected async Task<IPage> OpenAsync(
        Person? person, string link, int width = 1280, ColorScheme theme = ColorScheme.Light, Language? language = null, bool touch = false)
    {
        var context = await browser.OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = touch,
            IsMobile = touch,
        });
        contexts.Add(context);
        if (person is not null)
        {
            await context.AddCookiesAsync([Cookie(SessionCookie.Name, SessionCookie.Of(App.Services, person))]);
        }

        if (language is { } chosen)
        {
            await context.AddCookiesAsync([Cookie(Cultures.Cookie, Cultures.NameOf(chosen))]);
        }

        var page = await context.NewPageAsync();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                errors.Enqueue(said.Text);
            }
        };
        await page.GotoAsync(link);
        return page;
    }

    /// <summary>What pages have written to the console so far; it fails nothing any more.</summary>
    protected IReadOnlyList<string> TakeErrors()
    {
        List<string> taken = [];
        while (errors.TryDequeue(out var error))
        {
            taken.Add(error);
        }

        return taken;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.True(errors.IsEmpty, string.Join(Environment.NewLine, errors));
    }

    private Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Url = Address };
}
