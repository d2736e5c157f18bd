using Microsoft.Playwright;

namespace Apprentices.BrowserTests.Support;

/// <summary>A person at a keyboard, who has nothing else. It counts what she presses, and finds what she is at by what a screen reader would say.</summary>
internal sealed class Keys(IPage page)
{
    /// <summary>More steps than this to the next thing, and she is lost.</summary>
    private const int Patience = 60;

    /// <summary>Keys pressed to move and to act.</summary>
    public int Pressed { get; private set; }

    /// <summary>Letters typed.</summary>
    public int Typed { get; private set; }

    public async Task PressAsync(string key)
    {
        Pressed++;
        await page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string text)
    {
        Typed += text.Length;
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes forward, or back, from stop to stop until the focus is on what is called so.</summary>
    public async Task GoToAsync(string name, bool back = false)
    {
        for (var steps = 0; !(await HereAsync()).Contains(name, StringComparison.Ordinal); steps++)
        {
            Assert.True(steps < Patience, $"After {steps} steps the focus is on «{await HereAsync()}», and «{name}» is not reached.");
            await PressAsync(back ? "Shift+Tab" : "Tab");
        }
    }

    /// <summary>Goes to a control and presses Enter.</summary>
    public async Task UseAsync(string name, bool back = false)
    {
        await GoToAsync(name, back);
        await PressAsync("Enter");
    }

    /// <summary>Waits until the focus has moved by itself to something called so.</summary>
    public async Task IsAtAsync(string name) => await page.WaitForFunctionAsync($"name => ({Name}).includes(name)", name);

    /// <summary>What the focus is on: its label, or what it says.</summary>
    public Task<string> HereAsync() => page.EvaluateAsync<string>($"() => {Name}");

    private const string Name = """
        (() => {
            const here = document.activeElement;
            if (!here || here === document.body) return '';
            const named = (here.getAttribute('aria-labelledby') ?? '').split(' ').filter(id => id).map(id => document.getElementById(id)?.textContent ?? '').join(' ');
            const label = here.labels?.length ? here.labels[0].textContent : '';
            return [named, label, here.getAttribute('aria-label') ?? '', here.matches('article, main, input, textarea, select') ? '' : here.textContent].join(' ').replace(/\s+/g, ' ').trim();
        })()
        """;
}
