using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Apprentices.BrowserTests.Support;

/// <summary>
/// Asks axe for everything it finds against WCAG 2.2 A and AA, and good practice. It runs in the page itself, which has no frames: the
/// package's own way opens another page each time, and that takes longer than the finding.
/// </summary>
internal static class Axe
{
    /// <summary>What was right is not told: on a large page that is most of what axe has to say.</summary>
    private const string FindWrong = """
        () => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap(
            wrong => wrong.nodes.map(node => `${wrong.id} (${wrong.impact}): ${wrong.help}: ${node.html}`)))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each thing that is wrong, with the element it is wrong on.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(FindWrong);
    }

    /// <summary>Nothing is wrong.</summary>
    public static async Task FindsNothingAsync(IPage page)
    {
        var findings = await FindingsAsync(page);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{page.Url}: {finding}"))));
    }
}
