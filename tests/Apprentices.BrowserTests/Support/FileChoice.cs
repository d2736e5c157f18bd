using Microsoft.Playwright;

namespace Apprentices.BrowserTests.Support;

/// <summary>Files are chosen no sooner than the page listens to the field: a script is faster than anybody's hand.</summary>
internal static class FileChoice
{
    private const string Listens = """
        async field => {
          const until = Date.now() + 30000;
          while (field._blazorInputFileNextFileId === undefined && Date.now() < until) await new Promise(done => setTimeout(done, 20));
        }
        """;

    public static async Task ChooseAsync(this ILocator field, params FilePayload[] files)
    {
        await field.EvaluateAsync(Listens);
        await field.SetInputFilesAsync(files);
    }
}
