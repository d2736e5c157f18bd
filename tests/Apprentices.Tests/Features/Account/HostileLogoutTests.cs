using System.Net;
using System.Text;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Account;

/// <summary>A session ends when the provider says so, and nobody else does (back and front channel).</summary>
public sealed class HostileLogoutTests(ProviderScene scene) : IClassFixture<ProviderScene>
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly IReadOnlyDictionary<string, (string Reason, Func<HostileProvider, Dictionary<string, object>, string> Make)> Tokens =
        new Dictionary<string, (string, Func<HostileProvider, Dictionary<string, object>, string>)>(StringComparer.Ordinal)
        {
            ["of another issuer"] = ("another issuer", (provider, claims) => With(provider, claims, "iss", "https://login.example.no")),
            ["for another program"] = ("another program", (provider, claims) => With(provider, claims, "aud", "en-annen")),
            ["that has expired"] = ("not valid at this time", (provider, claims) => With(provider, claims, "exp", Now(-600))),
            ["that never expires"] = ("not valid at this time", (provider, claims) => Without(provider, claims, "exp")),
            ["that counts for a year"] = ("counts for too long", (provider, claims) => With(provider, claims, "exp", Now(31_536_000))),
            ["that was never issued"] = ("counts for too long", (provider, claims) => Without(provider, claims, "iat")),
            ["without a signature"] = ("not signed", (provider, claims) => provider.Unsigned(claims, "RS256")),
            ["with alg none"] = ("not signed", (provider, claims) => provider.Unsigned(claims, "none")),
            ["signed with the public key as a secret"] = ("a way that does not count", (provider, claims) => provider.SignBySecret(claims, Encoding.ASCII.GetBytes(provider.Key.ExportSubjectPublicKeyInfoPem()))),
            ["signed with the client's secret"] = ("a way that does not count", (provider, claims) => provider.SignBySecret(claims, Encoding.ASCII.GetBytes(HostileProvider.Secret))),
            ["with a nonce"] = ("has a nonce", (provider, claims) => With(provider, claims, "nonce", "n")),
            ["without events"] = ("nothing of signing out", (provider, claims) => Without(provider, claims, "events")),
            ["of another event"] = ("nothing of signing out", (provider, claims) => With(provider, claims, "events", new Dictionary<string, object> { ["http://example.no/else"] = new { } })),
            ["of an event that is no object"] = ("nothing of signing out", (provider, claims) => With(provider, claims, "events", new Dictionary<string, object> { [Event] = "yes" })),
            ["without a number"] = ("no jti", (provider, claims) => Without(provider, claims, "jti")),
            ["of no session and no account"] = ("names no session", (provider, claims) => WithoutBoth(provider, claims)),
            ["for an API"] = ("another type", (provider, claims) => provider.Sign(claims, "at+jwt")),
            ["that signs in"] = ("nothing of signing out", (provider, _) => provider.Sign(provider.Claims("n"))),
            ["that is none"] = ("not right", (_, _) => "Kari Nordmann"),
        };

    public static TheoryData<string> Names => [.. Tokens.Keys];

    [Theory]
    [InlineData("logout+jwt")]
    [InlineData("JWT")]
    public async Task The_provider_ends_a_session_and_no_other(string type)
    {
        scene.Anew();
        await scene.OpenSessionAsync("en-annen");
        Assert.Equal(HttpStatusCode.OK, await TellAsync(scene.Provider.Sign(Right(), type)));
        Assert.Equal(1, await scene.SessionsAsync());

        await scene.OpenSessionAsync(HostileProvider.Session);
        Assert.Equal(HttpStatusCode.OK, await TellAsync(scene.Provider.Sign(Right(), type)));
        Assert.Equal(0, await scene.SessionsAsync());
        Assert.Empty(scene.Log.Lines);
    }

    [Fact]
    public async Task Without_a_session_it_ends_all_of_the_account()
    {
        scene.Anew();
        await scene.OpenSessionAsync(HostileProvider.Session);
        var other = Right();
        other["sub"] = "konto-2";
        other.Remove("sid");
        Assert.Equal(HttpStatusCode.OK, await TellAsync(scene.Provider.Sign(other)));
        Assert.Equal(1, await scene.SessionsAsync());

        var hers = Right();
        hers.Remove("sid");
        Assert.Equal(HttpStatusCode.OK, await TellAsync(scene.Provider.Sign(hers)));
        Assert.Equal(0, await scene.SessionsAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_ends_by_a_token(string name)
    {
        var (reason, make) = Tokens[name];
        scene.Anew();
        await scene.OpenSessionAsync(HostileProvider.Session);

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(make(scene.Provider, Right())));
        Assert.Equal(1, await scene.SessionsAsync());
        RefusedOnce(reason);
    }

    [Fact]
    public async Task A_token_ends_something_once()
    {
        scene.Anew();
        var token = scene.Provider.Sign(Right());
        Assert.Equal(HttpStatusCode.OK, await TellAsync(token));

        await scene.OpenSessionAsync(HostileProvider.Session);
        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(token));
        Assert.Equal(1, await scene.SessionsAsync());
        RefusedOnce("used before");
    }

    [Fact]
    public async Task The_browser_may_tell_by_the_name_of_the_session()
    {
        scene.Anew();
        await scene.OpenSessionAsync(HostileProvider.Session);
        Assert.Equal(HttpStatusCode.BadRequest, await FrontAsync($"?iss=https://login.example.no&sid={HostileProvider.Session}"));
        RefusedOnce("no session of this provider");
        scene.Anew();
        Assert.Equal(HttpStatusCode.BadRequest, await FrontAsync($"?iss={scene.Provider.Address}"));
        RefusedOnce("no session of this provider");
        Assert.Equal(HttpStatusCode.OK, await FrontAsync($"?iss={scene.Provider.Address}&sid=en-annen"));
        Assert.Equal(1, await scene.SessionsAsync());

        Assert.Equal(HttpStatusCode.OK, await FrontAsync($"?iss={scene.Provider.Address}&sid={HostileProvider.Session}"));
        Assert.Equal(0, await scene.SessionsAsync());

        // As Entra ID does it.
        await scene.OpenSessionAsync(HostileProvider.Session);
        Assert.Equal(HttpStatusCode.OK, await FrontAsync($"?sid={HostileProvider.Session}"));
        Assert.Equal(0, await scene.SessionsAsync());
    }

    private Dictionary<string, object> Right() => new()
    {
        ["iss"] = scene.Provider.Address,
        ["aud"] = HostileProvider.ClientId,
        ["sub"] = HostileProvider.Account,
        ["sid"] = HostileProvider.Session,
        ["iat"] = Now(0),
        ["exp"] = Now(120),
        ["jti"] = Guid.CreateVersion7().ToString(),
        ["events"] = new Dictionary<string, object> { [Event] = new { } },
    };

    private async Task<HttpStatusCode> TellAsync(string token)
    {
        using var provider = scene.App.Browser(handleCookies: false);
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await provider.PostAsync(IdentityProvider.BackChannelPath, form);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> FrontAsync(string query)
    {
        using var browser = scene.App.Browser(handleCookies: false);
        using var answer = await browser.GetAsync(IdentityProvider.FrontChannelPath + query);
        return answer.StatusCode;
    }

    private void RefusedOnce(string reason)
    {
        var line = Assert.Single(scene.Log.Lines);
        Assert.StartsWith("Apprentices.Platform.IdentityProvider: Sign-out from the provider refused: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Kari", line, StringComparison.Ordinal);
    }

    private static string With(HostileProvider provider, Dictionary<string, object> claims, string name, object value)
    {
        claims[name] = value;
        return provider.Sign(claims);
    }

    private static string Without(HostileProvider provider, Dictionary<string, object> claims, string name)
    {
        claims.Remove(name);
        return provider.Sign(claims);
    }

    private static string WithoutBoth(HostileProvider provider, Dictionary<string, object> claims)
    {
        claims.Remove("sid");
        return Without(provider, claims, "sub");
    }

    private static long Now(int seconds) => OfficeTime.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
}
