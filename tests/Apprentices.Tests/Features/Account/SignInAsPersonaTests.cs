using System.Net;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Tests.Features.Samples;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Apprentices.Tests.Features.Account;

public sealed partial class SignInAsPersonaTests : AppTests
{
    [BothDatabases]
    public async Task One_click_on_a_demo_signs_in()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        using var browser = Browser();

        var answer = await ClickAsync(browser, hr.Id, returnUrl: "/apprenticeships");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/apprenticeships", answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/privacy", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData(@"/\evil.example")]
    [InlineData("evil")]
    [InlineData("")]
    [InlineData(" //evil.example")]
    [InlineData("///evil.example")]
    [InlineData(@"\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n//evil.example")]
    [InlineData("/here\r\nSet-Cookie: session=evil")]
    [InlineData("/h\u00E6r")]
    [InlineData("/\u00BF'\"(")]
    [InlineData("~//evil.example")]
    [InlineData(@"~/\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("http:///evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,evil")]
    [InlineData("localhost@evil.example")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        var hr = await Given.HrAsync();
        using var browser = Browser();

        var answer = await ClickAsync(browser, hr.Id, returnUrl);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        foreach (var address in (string[])[AccountLinks.Language, AccountLinks.Theme])
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser)), new("language", "en"), new("theme", "dark"), new(AccountLinks.ReturnUrl, returnUrl)]);
            using var chosen = await browser.PostAsync(new Uri(address, UriKind.Relative), form);

            Assert.Equal("/", chosen.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        var hr = await Given.HrAsync();
        using var browser = Browser();

        using var form = new FormUrlEncodedContent([new("person", hr.Id.ToString())]);
        var answer = await browser.PostAsync(new Uri(AccountLinks.SignIn, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [BothDatabases]
    public async Task A_database_with_real_data_is_never_opened()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        using var browser = Browser();
        var token = await TokenAsync(browser);
        await App.RenewInstallationAsync(isDemo: false);

        using var form = Form(token, hr.Id, "/");
        var answer = await browser.PostAsync(new Uri(AccountLinks.SignIn, UriKind.Relative), form);

        Assert.Equal(AccountLinks.SignIn, answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.DoesNotContain("Nina Dahl", await browser.GetStringAsync(new Uri(AccountLinks.SignIn, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Null(await App.AsNobody().RunAsync((SignInAsPersona use) => use.RunAsync(hr.Id)));
    }

    [Fact]
    public async Task Somebody_without_a_task_is_no_persona()
    {
        var person = await Given.PersonAsync(Roles.None);

        Assert.Null(await App.AsNobody().RunAsync((SignInAsPersona use) => use.RunAsync(person.Id)));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        using var browser = Browser();

        var answer = await browser.GetAsync(new Uri("/apprenticeships", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"{AccountLinks.SignIn}?{AccountLinks.ReturnUrl}=%2Fapprenticeships", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reads_her_own_language_until_she_chooses_another()
    {
        var hr = await Given.PersonAsync(Roles.Hr, language: Language.Nynorsk);
        using var browser = Browser();
        await ClickAsync(browser, hr.Id, "/");

        var nynorsk = await browser.GetStringAsync(new Uri(AccountLinks.Privacy, UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser)), new("language", "en"), new("returnUrl", "/")]);
        await browser.PostAsync(new Uri(AccountLinks.Language, UriKind.Relative), form);
        var english = await browser.GetStringAsync(new Uri(AccountLinks.Privacy, UriKind.Relative));

        Assert.Contains("<html lang=\"nn\"", nynorsk, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Equal(Language.English, await App.DbAsync(async db => (await db.People.FindAsync(hr.Id))!.Language));
    }

    private HttpClient Browser() => App.Browser();

    private static async Task<HttpResponseMessage> ClickAsync(HttpClient browser, Guid person, string returnUrl)
    {
        using var form = Form(await TokenAsync(browser), person, returnUrl);
        return await browser.PostAsync(new Uri(AccountLinks.SignIn, UriKind.Relative), form);
    }

    private static FormUrlEncodedContent Form(string token, Guid person, string returnUrl) =>
        new([new("__RequestVerificationToken", token), new("person", person.ToString()), new(AccountLinks.ReturnUrl, returnUrl)]);

    private static async Task<string> TokenAsync(HttpClient browser) =>
        Token().Match(await browser.GetStringAsync(new Uri(AccountLinks.SignIn, UriKind.Relative))).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

public sealed class PersonasBesideAnIdentityProviderTests : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        [SignInWays.ClientId] = "an-id",
        ["AzureAd:Authority"] = "https://innlogging.example.no",
    };

    [Fact]
    public async Task There_are_no_personas_beside_an_identity_provider()
    {
        var hr = await Given.HrAsync();

        Assert.Null(await App.AsNobody().RunAsync((ListPersonas use) => use.RunAsync()));
        Assert.Null(await App.AsNobody().RunAsync((SignInAsPersona use) => use.RunAsync(hr.Id)));
    }
}
