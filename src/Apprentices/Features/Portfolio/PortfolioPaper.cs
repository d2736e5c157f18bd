using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Apprentices.Features.Portfolio;

/// <summary>
/// What a portfolio is written as: a page that reads without a network, JSON for other programs, and a text that tells what is what.
/// The page is drawn by components, so that nothing in it is markup but what they draw.
/// </summary>
public sealed class PortfolioPaper(IServiceProvider services, ILoggerFactory loggers, IWebHostEnvironment web)
{
    public const string PageName = "index.html";
    public const string DataName = "mappe.json";
    public const string ReadMeName = "LES MEG.txt";

    /// <summary>The fields of the JSON in their order, as the read-me explains them.</summary>
    private static readonly string[] Fields =
        ["schema", "version", "madeAt", "isOwn", "employer", "contract", "people", "decisions", "halfYears", "goals", "tasks", "placements", "log", "observations", "talks", "files"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteDataAsync(PortfolioContent content, Stream into, CancellationToken cancel) => JsonSerializer.SerializeAsync(into, content, Json, cancel);

    public async Task<string> PageAsync(PortfolioContent content)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PortfolioDocument.Of)] = content, [nameof(PortfolioDocument.Style)] = Style() });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PortfolioDocument>(parameters)).ToHtmlString());
    }

    /// <summary>What is what, in all three languages; the reader's own first.</summary>
    public static string ReadMe(PortfolioContent content)
    {
        var text = new StringBuilder();
        Language[] all = [Language.Bokmal, Language.Nynorsk, Language.English];
        foreach (var language in all.OrderByDescending(language => Cultures.Of(language).Equals(System.Globalization.CultureInfo.CurrentUICulture)))
        {
            using var speaking = Speaking.In(language);
            text.Append(Texts.Format(PortfolioTexts.ReadMeTitle, content.Contract.Name)).Append("\r\n\r\n");
            foreach (var line in new[] { Texts.Format(PortfolioTexts.ReadMeWhat, content.Employer, content.MadeAt.ToString("u")), PortfolioTexts.ReadMePage, PortfolioTexts.ReadMeFiles, Texts.Format(PortfolioTexts.ReadMeData, content.Version) })
            {
                text.Append(line).Append("\r\n");
            }

            foreach (var field in Fields)
            {
                text.Append("  ").Append(field).Append(": ").Append(PortfolioTexts.ResourceManager.GetString($"Field{char.ToUpperInvariant(field[0])}{field[1..]}", PortfolioTexts.Culture)).Append("\r\n");
            }

            text.Append("\r\n\r\n");
        }

        return text.ToString();
    }

    /// <summary>The look's own tokens, and what this page adds to them.</summary>
    private string Style()
    {
        using var tokens = new StreamReader(web.WebRootFileProvider.GetFileInfo("app.css").CreateReadStream());
        using var own = new StreamReader(web.WebRootFileProvider.GetFileInfo("portfolio.css").CreateReadStream());
        return tokens.ReadToEnd() + own.ReadToEnd();
    }
}
