using System.Net;
using System.Security.Cryptography;
using System.Text;
using Apprentices.Features.Account;
using Apprentices.Features.Api;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>What every answer tells the browser, whatever kind of answer it is.</summary>
public sealed class WebHeadersTests : AppTests
{
    private static readonly string OfPages =
        $"default-src 'none'; script-src 'self'; style-src 'self' {HashOf(MailLetter.ShownStyles[0])} {HashOf(MailLetter.ShownStyles[1])}; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private static readonly IReadOnlyDictionary<string, string> Always = new Dictionary<string, string>
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    protected override bool ProgramOfItsOwn => true;

    private static string HashOf(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    /// <summary>What somebody asks for and what fails: for the pages a list, for the API a part of its own.</summary>
    protected override Action<IServiceCollection>? Register => services =>
    {
        services.AddScoped<DownloadApprenticeships>(_ => throw new InvalidOperationException("On purpose."));
        services.AddSingleton(new ApiPart(api => api.MapGet("/broken", string () => throw new InvalidOperationException("On purpose.")).WithName("broken")));
    };

    [Fact]
    public async Task Every_kind_of_answer_has_them()
    {
        var hr = await Given.HrAsync();
        using var signedIn = App.ClientOf(hr);
        using var nobody = App.ClientOf(null);
        using var token = App.ApiClient((await Given.TokenAsync()).Secret);
        using var form = new FormUrlEncodedContent([new("language", "en")]);

        await HasAsync("a page before signing in", await nobody.GetAsync(AccountLinks.SignIn), HttpStatusCode.OK, OfPages);
        await HasAsync("a page", await signedIn.GetAsync(ApprenticeshipLinks.Overview), HttpStatusCode.OK, OfPages);
        await HasAsync("the way to sign in", await nobody.GetAsync(ApprenticeshipLinks.Overview), HttpStatusCode.Redirect, WebHeaders.Nothing);
        await HasAsync("a page that is not there", await signedIn.GetAsync("/not/there"), HttpStatusCode.NotFound, OfPages);
        await HasAsync("a page that failed", await signedIn.GetAsync(ListFormat.Csv.In(ApprenticeshipLinks.List)), HttpStatusCode.InternalServerError, OfPages);
        await HasAsync("a form without our token", await signedIn.PostAsync(AccountLinks.Language, form), HttpStatusCode.BadRequest, WebHeaders.Nothing);
        await HasAsync("the API", await token.GetAsync($"{ApiEndpoints.Root}/trades"), HttpStatusCode.OK, WebHeaders.Nothing);
        await HasAsync("the API without a token", await nobody.GetAsync($"{ApiEndpoints.Root}/trades"), HttpStatusCode.Unauthorized, WebHeaders.Nothing);
        await HasAsync("the API where it has nothing", await nobody.GetAsync($"{ApiEndpoints.Root}/nothing"), HttpStatusCode.NotFound, WebHeaders.Nothing);
        await HasAsync("the API where it failed", await token.GetAsync($"{ApiEndpoints.Root}/broken"), HttpStatusCode.InternalServerError, WebHeaders.Nothing);
        await HasAsync("what the API is", await nobody.GetAsync(ApiDocument.Address), HttpStatusCode.OK, WebHeaders.Nothing);
        await HasAsync("how it goes", await nobody.GetAsync(Health.Live), HttpStatusCode.OK, WebHeaders.Nothing);
        await HasAsync("a list", await signedIn.GetAsync(ListFormat.Excel.In(Apprentices.Features.Deadlines.DeadlineLinks.List)), HttpStatusCode.OK, WebHeaders.Nothing);
        await HasAsync("a file that is not there", await signedIn.GetAsync(FileLinks.File(Guid.CreateVersion7())), HttpStatusCode.NotFound, OfPages);
        await HasAsync("a calendar that is not there", await nobody.GetAsync("/calendar/feed/none.ics"), HttpStatusCode.NotFound, WebHeaders.Nothing);
        await HasAsync("a stylesheet", await nobody.GetAsync("/app.css"), HttpStatusCode.OK, WebHeaders.Nothing, keeps: true);
        await HasAsync("a script", await nobody.GetAsync("/_framework/blazor.web.js"), HttpStatusCode.OK, WebHeaders.Nothing, keeps: true);
    }

    [Fact]
    public async Task Who_came_by_https_comes_by_nothing_else()
    {
        using var nobody = App.ClientOf(null);

        foreach (var path in (string[])[AccountLinks.SignIn, "/not/there", $"{ApiEndpoints.Root}/nothing", "/app.css"])
        {
            using var secure = await nobody.GetAsync($"https://laerling.example.no{path}");
            using var open = await nobody.GetAsync($"http://laerling.example.no{path}");
            using var atHome = await nobody.GetAsync($"https://localhost{path}");

            Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
            Assert.False(open.Headers.Contains("Strict-Transport-Security"));
            Assert.False(atHome.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Forms_may_lead_to_the_identity_provider_and_nowhere_else()
    {
        await using var beside = App.Beside(new Dictionary<string, string?>
        {
            [SignInWays.ClientId] = "an-id",
            ["AzureAd:TenantId"] = "example.onmicrosoft.com",
            ["Web:FormTargets"] = "https://sso.example.no https://idp.example.no:8443",
        });
        using var nobody = beside.ClientOf(null);

        using var answer = await nobody.GetAsync(AccountLinks.Privacy);

        Assert.Contains(
            "; form-action 'self' https://sso.example.no https://idp.example.no:8443 https://login.microsoftonline.com; ",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task HasAsync(string what, HttpResponseMessage answer, HttpStatusCode status, string policy, bool keeps = false)
    {
        using (answer)
        {
            await answer.Content.LoadIntoBufferAsync();
            Assert.True(answer.StatusCode == status, $"{what} answers {answer.StatusCode}");
            foreach (var (name, value) in Always.Append(new("Content-Security-Policy", policy)))
            {
                var said = answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : "nothing";
                Assert.True(said == value, $"{what} says {said} of {name}");
            }

            Assert.True(keeps != (answer.Headers.CacheControl?.NoStore == true), $"{what} says {answer.Headers.CacheControl} of keeping");
        }
    }
}
