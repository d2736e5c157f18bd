using System.Text.RegularExpressions;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Guards;

/// <summary>Nothing is done for another site, nobody is led to one, and nothing somebody typed becomes a formula.</summary>
public sealed partial class WebTests : AppTests
{
    private static readonly string[] Safe = ["GET", "HEAD", "OPTIONS"];

    /// <summary>What takes more than questions, without the form's token and without an access token, and why it may.</summary>
    private static readonly IReadOnlyDictionary<string, string> WithoutToken = new Dictionary<string, string>
    {
        ["/check"] = "it reads the form as it comes, and asks for the token itself before it reads the file",
        ["/health/live"] = "it changes nothing",
        ["/health/ready"] = "it changes nothing",
        ["/_blazor"] = "a circuit begins with what the page was told in secret, and the cookie goes along from our own pages alone",
        ["/_blazor/negotiate"] = "it gives a connection a number, and nothing else",
        ["/_blazor/disconnect"] = "it ends the circuit whose secret it is told",
        ["/_blazor/initializers"] = "it changes nothing",
        ["/signout-backchannel"] = "the provider itself asks, by a token that it has signed",
    };

    /// <summary>Where a file that a spreadsheet opens is written or named, and why it is no hole.</summary>
    private static readonly IReadOnlyDictionary<string, string> Spreadsheets = new Dictionary<string, string>
    {
        ["src/Apprentices/Shared/CsvList.cs"] = "each cell by CsvCell",
        ["src/Apprentices/Shared/ExcelList.cs"] = "each text is written as text",
        ["src/Apprentices/Shared/ListFormat.cs"] = "says what the two are called",
        ["src/Apprentices/Features/Roster/WrongRowsFile.cs"] = "each cell by CsvCell.Harmless",
        ["src/Apprentices/Features/Roster/RosterUpload.razor"] = "says what may be chosen",
        ["src/Apprentices/Features/Roster/RosterActions.razor.js"] = "hands over what WrongRowsFile wrote",
        ["src/Apprentices/Features/ProgressLog/Files/FileType.cs"] = "tells what somebody else's file is",
    };

    [Fact]
    public void Whatever_is_done_by_http_asks_for_the_forms_token_or_an_access_token()
    {
        var without = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: [_, ..] methods } || methods.Except(Safe).Any())
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
            .Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy?.StartsWith($"{TokenSignIn.Name}:", StringComparison.Ordinal) == true))
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Distinct(StringComparer.Ordinal);

        Found.Differing(WithoutToken.Keys, without);
    }

    [Fact]
    public void Nobody_is_redirected_but_within_the_program() => Found.Nothing(
        SourceFiles.Below("src", ".cs", ".razor").Where(file => Redirects().IsMatch(SourceFiles.Text(file))));

    [Fact]
    public void What_a_spreadsheet_opens_is_written_in_one_place_only() => Found.Differing(
        Spreadsheets.Keys, SourceFiles.Below("src", ".cs", ".razor", ".js").Where(file => WritesSpreadsheet().IsMatch(SourceFiles.Text(file))));

    /// <summary>The policy of the pages forbids them; here it is said sooner, and where.</summary>
    [Fact]
    public void No_page_has_a_script_or_a_style_sheet_within_it() => Found.Nothing(
        SourceFiles.Below("src", ".razor").Where(file => Inline().IsMatch(SourceFiles.Text(file)))
            .Except(["src/Apprentices/Features/Evaluations/Signing/TalkDocument.razor", "src/Apprentices/Features/Portfolio/PortfolioDocument.razor"], StringComparer.Ordinal));

    [GeneratedRegex(@"(?<!Local)Redirect\((?!\w+Links\.)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Redirects();

    [GeneratedRegex(@"CsvWriter|new Workbook|text/csv|spreadsheetml|CsvCell\.Of", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WritesSpreadsheet();

    [GeneratedRegex("""<style|<script(?![^>]*\bsrc=)|\son[a-z]+="|javascript:""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}
