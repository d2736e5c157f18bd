using System.Globalization;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Writes the document of a signed talk in a language. It is drawn by components, so that nothing in it is markup but what they draw.</summary>
public sealed partial class TalkPaper(IServiceProvider services, ILoggerFactory loggers, IWebHostEnvironment web)
{
    private const string StyleSheet = "talk-document.css";

    public async Task<string> PageAsync(TalkFile file, Language language)
    {
        using var speaking = Speaking.In(language);
        using var style = new StreamReader(web.WebRootFileProvider.GetFileInfo(StyleSheet).CreateReadStream());
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(TalkDocument.Of)] = file, [nameof(TalkDocument.Style)] = style.ReadToEnd() });
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TalkDocument>(parameters)).ToHtmlString());
        return Letter.Replace(page, letter => char.ConvertFromUtf32(int.Parse(letter.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    /// <summary>A letter beyond ASCII that the renderer wrote as a number: none of them is markup, and an archive reads letters.</summary>
    [GeneratedRegex("&#x(A[0-9A-F]|[B-F][0-9A-F]|[1-9A-C][0-9A-F]{2,3}|D[0-7][0-9A-F]{2}|[EF][0-9A-F]{3}|D[0-7][0-9A-F]|[EF][0-9A-F]{2}|1[0-9A-F]{4});", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Letter { get; }
}
