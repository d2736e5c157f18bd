using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Apprentices.BrowserTests.Pages;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Shell;
using Apprentices.Tests.Access;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.BrowserTests;

/// <summary>
/// A scanner (wapiti) over the running app behind nginx, by https. In the ordinary run it looks at headers, cookies and forms before and after
/// signing in; TEST_SCAN=full, or a list of seats such as Hr,Apprentice, takes every address a seat has, and every attack that needs nobody
/// on the internet.
/// </summary>
public sealed partial class ScanTests(ITestOutputHelper output) : AppTests
{
    private const string Wapiti = "/usr/bin/wapiti";
    private const string Glance = "cookieflags,csp,csrf,http_headers";
    private const string Everything = Glance + ",backup,blindsql,crlf,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,xss";

    /// <summary>What a parameter of an address is called where a person would have typed something.</summary>
    private const string Typed = "a";

    /// <summary>What the scanner says and is not so, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> NotSo = new Dictionary<string, string>
    {
        ["HTTP Secure Headers: GET / : X-XSS-Protection is not set"] = "browsers have given up the filter it turns on, which made holes of its own",
        ["HttpOnly Flag cookie: GET / : HttpOnly flag is not set in the cookie : __Host-form"] = "it is, in small letters, which this scanner does not read",
        ["HttpOnly Flag cookie: GET / : HttpOnly flag is not set in the cookie : __Host-session"] = "likewise, where somebody's roles have changed and she is given a new one",
        ["Cross Site Request Forgery: POST /account/sign-in : "] = "what the scanner sends chooses nobody, and is refused with our token and without; EndpointTests sends the rest",
        ["Cross Site Request Forgery: POST /check : "] = "what the scanner sends has no file, and is refused with our token and without; CheckPageTests sends one",
        ["Htaccess Bypass: ABC /api/"] = "the API says that there is nothing by that method, to whoever asks",
    };

    private static readonly Seat[] Roles = [Seat.Nobody, Seat.Apprentice, Seat.Instructor, Seat.Manager, Seat.Hr, Seat.Administrator, Seat.Auditor];

    private static string? Wish => Environment.GetEnvironmentVariable("TEST_SCAN");

    private static IReadOnlyList<Seat> Wanted => Wish switch
    {
        null or "" => [Seat.Nobody, Seat.Hr],
        "full" => Roles,
        var some => [.. some.Split(',').Select(Enum.Parse<Seat>)],
    };

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Web:KnownProxies"] = "127.0.0.1",
        ["Web:PicturesPerMinute"] = "100000",
        ["Api:RequestsPerMinute"] = "100000",
        ["Documents:ChecksPerMinute"] = "10000",
    };

    /// <summary>The scanner presses every button; were it to sign itself out, it would see nothing more.</summary>
    protected override Action<IServiceCollection>? Register => services => services.AddSingleton<IStartupFilter, StaysSignedIn>();

    [Fact]
    public async Task A_scanner_finds_nothing_whoever_is_signed_in()
    {
        if (!File.Exists(Wapiti))
        {
            Tests.Support.Missing.Skip("wapiti");
        }

        using var nginx = await Nginx.StartAsync(App.Listen());
        using var scene = await Scene.SetAsync(App);
        List<string> findings = [];
        foreach (var seat in Wanted)
        {
            var addresses = string.IsNullOrEmpty(Wish) ? [AccountLinks.SignIn, AccountLinks.Privacy] : Addresses(scene, seat);
            var found = await ScanAsync(nginx, seat, scene[seat], addresses);
            output.WriteLine($"{seat}: {addresses.Count} addresses, {found.Count} findings.");
            findings.AddRange(found.Select(finding => $"{seat}: {finding}"));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    /// <summary>The pages of the seat, and whatever else answers a question, each parameter with something in it.</summary>
    private List<string> Addresses(Scene scene, Seat seat)
    {
        var pages = Site.Places.Where(place => place.Seats.Contains(seat)).Select(place => place.Link(scene));
        var files = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>() is not null)
            .Select(endpoint => $"/{Varying.Replace(endpoint.RoutePattern.RawText!, scene.Id.ToString()).TrimStart('/')}{Parameters(endpoint.Metadata.GetMetadata<MethodInfo>()!)}");
        return [.. pages.Concat(files).Append($"{AccountLinks.SignIn}?q={Typed}&{AccountLinks.ReturnUrl}=/{Typed}").Where(address => address != ShellLinks.Error).Distinct(StringComparer.Ordinal)];
    }

    private static string Parameters(MethodInfo handler)
    {
        var names = handler.GetParameters().Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>() is { } query ? query.Name ?? parameter.Name : null).OfType<string>().ToList();
        return names.Count == 0 ? "" : $"?{string.Join('&', names.Select(name => $"{name}={Typed}"))}";
    }

    private async Task<List<string>> ScanAsync(Nginx nginx, Seat seat, Person? person, IReadOnlyList<string> addresses)
    {
        var folder = Directory.CreateTempSubdirectory("apprentices-scan-");
        try
        {
            var (cookies, report) = (Path.Combine(folder.FullName, "cookies.json"), Path.Combine(folder.FullName, "report.json"));
            var session = new Dictionary<string, object>();
            if (person is not null)
            {
                session[$"__Host-{SessionCookie.Name}"] = new { value = SessionCookie.Of(App.Services, person), expires = (int?)null, secure = true, port = (string?)null, version = 0 };
            }

            await File.WriteAllTextAsync(cookies, JsonSerializer.Serialize(new Dictionary<string, object> { [nginx.Address.Host] = new Dictionary<string, object> { ["/"] = session } }));
            string[] arguments =
            [
                "-u", nginx.Address.AbsoluteUri, "-m", string.IsNullOrEmpty(Wish) ? Glance : Everything, "-c", cookies, "-f", "json", "-o", report,
                "-d", "2", "--verify-ssl", "0", "--no-bugreport", "--flush-session", "--store-session", folder.FullName, "--store-config", folder.FullName,
                "-v", "0", "-t", "30", "--max-links-per-page", "100",
                .. string.IsNullOrEmpty(Wish) ? (string[])["--scope", "page"] : ["--scope", "folder"],
                .. addresses.SelectMany(address => new[] { "-s", new Uri(nginx.Address, address).AbsoluteUri }),
            ];
            var start = new ProcessStartInfo(Wapiti, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["HOME"] = folder.FullName;
            using var wapiti = Process.Start(start)!;
            var said = await Task.WhenAll(wapiti.StandardOutput.ReadToEndAsync(), wapiti.StandardError.ReadToEndAsync());
            await wapiti.WaitForExitAsync();
            Assert.True(File.Exists(report), $"The scanner left no report for {seat}: {string.Join(Environment.NewLine, said)}");
            return Findings(await File.ReadAllTextAsync(report));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Findings(string report)
    {
        using var json = JsonDocument.Parse(report);
        return
        [
            .. ((string[])["vulnerabilities", "anomalies"])
                .SelectMany(kind => json.RootElement.GetProperty(kind).EnumerateObject())
                .SelectMany(category => category.Value.EnumerateArray().Select(one =>
                    $"{category.Name}: {one.GetProperty("method").GetString()} {one.GetProperty("path").GetString()} {one.GetProperty("parameter")}: {one.GetProperty("info").GetString()}"))
                .Where(finding => !NotSo.Keys.Any(known => finding.StartsWith(known, StringComparison.Ordinal))),
        ];
    }

    private sealed class StaysSignedIn : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Request.Path = context.Request.Path == AccountLinks.SignOut ? AccountLinks.Theme : context.Request.Path;
                return rest(context);
            });
            next(app);
        };
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Varying { get; }
}
