using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>A cookie opens something only as long as its session does, and what ends it ends it at once.</summary>
public sealed partial class SessionsTests : AppTests
{
    private static readonly Uri Page = new(AccountLinks.Sessions, UriKind.Relative);

    [BothDatabases]
    public async Task Whoever_may_not_come_in_any_more_is_out_at_once_everywhere()
    {
        var (siv, hr) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync());
        using var client = App.ClientOf(siv);
        var circuit = await PrincipalAsync(siv);
        Assert.True(await IsInAsync(client));

        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(siv.Id));

        Assert.False(await IsInAsync(client));
        Assert.Null(await FreshAsync(circuit));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(siv).RunAsync((ListSessions use) => use.RunAsync()));
        Assert.Equal("Siv Åmot", (await App.PersonAsync(siv.Id)).FullName);

        // Her cookie opens nothing again when she may come in again: she signs in anew.
        await App.As(hr).RunAsync((ReactivatePerson use) => use.RunAsync(siv.Id));
        Assert.False(await IsInAsync(client));
    }

    [BothDatabases]
    public async Task Signing_out_everywhere_ends_what_is_open_in_other_browsers_too_and_nobody_elses()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.InstructorAsync());
        using var one = App.ClientOf(siv);
        using var other = App.ClientOf(siv);
        using var his = App.ClientOf(tor);

        var sessions = await App.As(siv).RunAsync((ListSessions use) => use.RunAsync());
        Assert.Equal(2, sessions.Count);
        await Assert.ThrowsAsync<NotThereException>(() => App.As(tor).RunAsync((EndSession use) => use.RunAsync(sessions[0].Id)));
        await App.As(siv).RunAsync((EndSession use) => use.RunAsync(sessions[0].Id));
        Assert.Single(new[] { await IsInAsync(one), await IsInAsync(other) }, isIn => isIn);

        Assert.Equal(1, await App.As(siv).RunAsync((EndAllSessions use) => use.RunAsync()));

        Assert.Equal((false, false, true), (await IsInAsync(one), await IsInAsync(other), await IsInAsync(his)));
    }

    [BothDatabases]
    public async Task The_provider_ends_what_it_opened_by_its_own_name_for_the_session()
    {
        var siv = await Given.InstructorAsync();
        await LinkAsync(siv, "https://login.example.no", "https://other.example.no");
        var (mine, another) = (await BeginAsync(siv, "https://login.example.no", "sid-1"), await BeginAsync(siv, "https://login.example.no", "sid-2"));
        var elsewhere = await BeginAsync(siv, "https://other.example.no", "sid-1");

        Assert.Equal(1, await App.AsNobody().RunAsync((EndProviderSession use) => use.RunAsync("https://login.example.no", "sid-1")));

        Assert.Equal((true, false, false), (await FreshAsync(mine) is null, await FreshAsync(another) is null, await FreshAsync(elsewhere) is null));
    }

    [BothDatabases]
    public async Task Without_an_act_a_session_ends_and_what_the_browser_does_by_itself_is_none()
    {
        using var client = App.ClientOf(await Given.InstructorAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.True(await IsInAsync(client));

        App.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.True(await IsInAsync(client, ("Sec-Fetch-Mode", "navigate")));
        Assert.True(await IsInAsync(client, ("Sec-Fetch-Mode", "cors")));
        using (var negotiate = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"))
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(negotiate)).StatusCode);
        }

        App.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await IsInAsync(client));
        Assert.False(await IsInAsync(client, ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-User", "?1")));
    }

    [BothDatabases]
    public async Task Whatever_she_does_it_ends_after_twelve_hours()
    {
        using var client = App.ClientOf(await Given.InstructorAsync());
        for (var halfHours = 0; halfHours < 23; halfHours++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await IsInAsync(client, ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-User", "?1")));
        }

        App.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await IsInAsync(client));
    }

    [BothDatabases]
    public async Task An_act_opens_nothing_again_that_has_ended()
    {
        var siv = await Given.InstructorAsync();
        var (idle, ended) = (await BeginAsync(siv, null, null), await BeginAsync(siv, null, null));
        await UseAsync(sessions => sessions.EndAsync(ended, CancellationToken.None));
        App.Clock.Advance(TimeSpan.FromMinutes(60));

        await UseAsync(async sessions => Assert.Null(await sessions.ActAsync(idle, CancellationToken.None)));
        await UseAsync(async sessions => Assert.Null(await sessions.ActAsync(ended, CancellationToken.None)));
        Assert.Null(await FreshAsync(idle));
        Assert.Equal(1, await App.AsNobody().RunAsync((PurgeSessions use) => use.RunAsync()));
        Assert.Equal(0, await App.DbAsync(db => db.UserSessions.CountAsync()));
    }

    [BothDatabases]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_signing_out()
    {
        var siv = await Given.InstructorAsync();
        using var browser = App.Browser();
        var cookie = await SignInAsync(browser, siv);
        using var thief = App.Browser(handleCookies: false);
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.True(await IsInAsync(thief));

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser))]);
        await browser.PostAsync(new Uri(AccountLinks.SignOut, UriKind.Relative), form);

        Assert.False(await IsInAsync(thief));
    }

    [BothDatabases]
    public async Task The_secret_of_a_session_lies_nowhere_and_another_persons_session_is_not_hers()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.HrAsync());
        var principal = await BeginAsync(siv, null, null);
        var secret = principal.FindFirstValue(Sessions.Claim)!;

        Assert.DoesNotContain((await AllRows.ReadAsync(App)).Values, rows => rows.Contains(secret, StringComparison.Ordinal));
        Assert.Null(await FreshAsync(SignIn.Principal(tor.Id, Roles.Hr, Language.Bokmal, secret)));
        Assert.Null(await FreshAsync(SignIn.Principal(siv.Id, siv.Roles, Language.Bokmal)));
        Assert.Null(await FreshAsync(SignIn.Principal(siv.Id, siv.Roles, Language.Bokmal, Secret.Make())));
    }

    [BothDatabases]
    public async Task Over_https_the_cookies_hold_the_browser_to_this_host()
    {
        using var browser = App.Browser(at: new Uri("https://localhost"));
        var siv = await Given.InstructorAsync();

        var cookies = await SetCookiesAsync(browser, siv);

        foreach (var name in new[] { "__Host-session=", "__Host-form=" })
        {
            var cookie = Assert.Single(cookies, cookie => cookie.StartsWith(name, StringComparison.Ordinal));
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.True(await IsInAsync(browser));
    }

    /// <summary>A plain name over https may come from another host or from http: it counts for nothing.</summary>
    [BothDatabases]
    public async Task A_plain_cookie_opens_nothing_over_https()
    {
        var siv = await Given.InstructorAsync();
        using var https = App.Browser(handleCookies: false, at: new Uri("https://localhost"));
        https.DefaultRequestHeaders.Add("Cookie", $"session={SessionCookie.Of(App.Services, siv)}");

        Assert.False(await IsInAsync(https));
    }

    private static async Task<bool> IsInAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(Person person) => await BeginAsync(person, null, null);

    private async Task<ClaimsPrincipal> BeginAsync(Person person, string? issuer, string? providerSession)
    {
        var (session, secret) = UserSession.Begin(person.Id, "", issuer, providerSession, App.Clock.GetUtcNow());
        await App.ChangeAsync(async db => await db.AddAsync(session));
        return SignIn.Principal(person.Id, person.Roles, person.Language, secret);
    }

    private Task LinkAsync(Person person, params string[] issuers) => App.ChangeAsync(db =>
    {
        foreach (var issuer in issuers)
        {
            var account = new ProviderAccount(person.Id, issuer, "", "oid", null, App.Clock.GetUtcNow());
            account.LinkTo(person.Id, App.Clock.GetUtcNow());
            db.Add(account);
        }

        return Task.CompletedTask;
    });

    /// <summary>What a circuit asks every half minute.</summary>
    private async Task<ClaimsPrincipal?> FreshAsync(ClaimsPrincipal principal)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await SignIn.PrincipalOfAsync(scope.ServiceProvider, principal, CancellationToken.None);
    }

    private async Task UseAsync(Func<Sessions, Task> use)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<Sessions>());
    }

    private static async Task<string> SignInAsync(HttpClient browser, Person person) =>
        (await SetCookiesAsync(browser, person)).Single(cookie => cookie.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<IReadOnlyList<string>> SetCookiesAsync(HttpClient browser, Person person)
    {
        using var page = await browser.GetAsync(new Uri(AccountLinks.SignIn, UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value), new("person", person.Id.ToString())]);
        using var answer = await browser.PostAsync(new Uri(AccountLinks.SignIn, UriKind.Relative), form);
        return [.. page.Headers.GetValues("Set-Cookie"), .. answer.Headers.GetValues("Set-Cookie")];
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        Token().Match(await browser.GetStringAsync(new Uri(AccountLinks.SignIn, UriKind.Relative))).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
