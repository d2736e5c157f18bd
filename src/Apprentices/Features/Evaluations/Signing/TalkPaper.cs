using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Writes the document of a signed talk in a language. It is drawn by components, so that nothing in it is markup but what they draw.</summary>
public sealed class TalkPaper(IServiceProvider services, ILoggerFactory loggers, IWebHostEnvironment web)
{
    private const string StyleSheet = "talk-document.css";

    public async Task<string> PageAsync(TalkFile file, Language language)
    {
        using var speaking = Speaking.In(language);
        using var style = new StreamReader(web.WebRootFileProvider.GetFileInfo(StyleSheet).CreateReadStream());
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(TalkDocument.Of)] = file, [nameof(TalkDocument.Style)] = style.ReadToEnd() });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TalkDocument>(parameters)).ToHtmlString());
    }
}
