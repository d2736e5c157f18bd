using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Features.Account;

/// <summary>Whatever a provider, or somebody who would be one, tries: nobody gets in, and the log says once why, without a token or a name.</summary>
public sealed class HostileSignInTests(ProviderScene scene) : IClassFixture<ProviderScene>
{
    private static readonly IReadOnlyDictionary<string, (string Reason, Func<HostileProvider, Dictionary<string, object>, string> Make)> Tokens =
        new Dictionary<string, (string, Func<HostileProvider, Dictionary<string, object>, string>)>(StringComparer.Ordinal)
        {
            ["of another issuer"] = ("another issuer", (provider, claims) => With(provider, claims, "iss", "https://login.example.no")),
            ["of an issuer called nearly the same"] = ("another issuer", (provider, claims) => With(provider, claims, "iss", $"{provider.Address}/")),
            ["of no issuer"] = ("another issuer", (provider, claims) => Without(provider, claims, "iss")),
            ["for another program"] = ("another program", (provider, claims) => With(provider, claims, "aud", "en-annen")),
            ["for nobody"] = ("another program", (provider, claims) => Without(provider, claims, "aud")),
            ["for several programs, without saying for which"] = ("azp", (provider, claims) => With(provider, claims, "aud", new[] { HostileProvider.ClientId, "en-annen" })),
            ["given to another program"] = ("azp", (provider, claims) => With(provider, claims, "azp", "en-annen")),
            ["with another nonce"] = ("nonce", (provider, claims) => With(provider, claims, "nonce", "638000000000000000.abc")),
            ["without a nonce"] = ("nonce", (provider, claims) => Without(provider, claims, "nonce")),
            ["that has expired"] = ("not valid at this time", (provider, claims) => With(provider, claims, "exp", Now(-600))),
            ["that is not valid yet"] = ("not valid at this time", (provider, claims) => With(provider, claims, "nbf", Now(600))),
            ["that never expires"] = ("not valid at this time", (provider, claims) => Without(provider, claims, "exp")),
            ["without a signature"] = ("not signed", (provider, claims) => provider.Unsigned(claims, "RS256")),
            ["with alg none"] = ("not signed", (provider, claims) => provider.Unsigned(claims, "none")),
            ["with alg None"] = ("not signed", (provider, claims) => provider.Unsigned(claims, "None")),
            ["with alg none and a signature"] = ("a way that does not count", (provider, claims) => HostileProvider.Made(new() { ["alg"] = "none", ["kid"] = provider.KeyId }, claims, _ => new byte[256])),
            ["signed with the public key as a secret, PEM"] = ("a way that does not count", (provider, claims) => provider.SignBySecret(claims, Encoding.ASCII.GetBytes(provider.Key.ExportSubjectPublicKeyInfoPem()))),
            ["signed with the public key as a secret, modulus"] = ("a way that does not count", (provider, claims) => provider.SignBySecret(claims, provider.Key.ExportParameters(false).Modulus!)),
            ["signed with the client's secret"] = ("a way that does not count", (provider, claims) => provider.SignBySecret(claims, Encoding.ASCII.GetBytes(HostileProvider.Secret))),
            ["signed with another key of the same name"] = ("signature is wrong", (provider, claims) => BySomebody(key => provider.Sign(claims, key))),
            ["signed with a key it brings along"] = ("signature is wrong", (provider, claims) => BySomebody(key => BringingItsKey(provider, claims, key))),
            ["changed after it was signed"] = ("signature is wrong", Changed),
            ["for another access token"] = ("not right", (provider, claims) => With(provider, claims, "at_hash", Base64Url.EncodeToString(new byte[16]))),
            ["that is none"] = ("not right", (_, _) => "Kari.Nordmann.her"),
            ["of nobody"] = ("no sub", (provider, claims) => Without(provider, claims, "sub")),
        };

    public static TheoryData<string> Names => [.. Tokens.Keys];

    [Fact]
    public async Task The_right_answer_lets_her_in_and_goes_by_the_rules()
    {
        scene.Anew();
        using var browser = await scene.BeginAsync("/people");
        var asked = QueryHelpers.ParseQuery(browser.Sent.Query);

        Assert.Equal("code S256 openid profile", $"{asked["response_type"]} {asked["code_challenge_method"]} {asked["scope"]}");
        Assert.Equal(43, asked["code_challenge"].ToString().Length);
        Assert.NotEmpty(asked["nonce"].ToString());
        Assert.Equal("/people", await browser.ComeBackAsync());
        Assert.True(browser.IsIn);
        Assert.Equal([SessionCookie.Name], browser.Cookies.Keys.Select(name => name.Replace("__Host-", "", StringComparison.Ordinal)));
        Assert.Empty(scene.Log.Lines);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nobody_gets_in_by_a_token(string name)
    {
        var (reason, make) = Tokens[name];
        scene.Anew().Provider.MakeToken = claims => make(scene.Provider, claims);
        using var browser = await scene.BeginAsync();

        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await browser.ComeBackAsync());
        RefusedOnce(browser, reason);
    }

    [Fact]
    public async Task A_code_counts_once_and_for_whoever_asked_for_it()
    {
        scene.Anew();
        using var victim = await scene.BeginAsync();
        using var attacker = await scene.BeginAsync();
        var code = scene.Provider.Grant(victim.Sent);

        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await attacker.ComeBackAsync(code));
        RefusedOnce(attacker, "the provider answered invalid_grant");

        // A provider that gives the same token for it again: it was made for another sign-in.
        scene.Anew().Provider.TakesAnyCode = true;
        var nonce = QueryHelpers.ParseQuery(victim.Sent.Query)["nonce"].ToString();
        scene.Provider.MakeToken = _ => scene.Provider.Sign(scene.Provider.Claims(nonce));
        using var second = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await second.ComeBackAsync(code));
        RefusedOnce(second, "nonce");
    }

    [Fact]
    public async Task An_answer_counts_once_even_with_the_cookies_put_back()
    {
        scene.Anew();
        using var browser = await scene.BeginAsync();
        using var copy = browser.Copy();
        var code = scene.Provider.Grant(browser.Sent);
        Assert.Equal("/", await browser.ComeBackAsync(code));
        Assert.Empty(scene.Log.Lines);

        // The browser has no cookie for it any more; a copy of it has.
        using var again = browser.Copy();
        again.Cookies.Clear();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await again.ComeBackAsync(code));
        RefusedOnce(again, "state");

        scene.Anew().Provider.TakesAnyCode = true;
        var nonce = QueryHelpers.ParseQuery(browser.Sent.Query)["nonce"].ToString();
        scene.Provider.MakeToken = _ => scene.Provider.Sign(scene.Provider.Claims(nonce));
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await copy.ComeBackAsync(code));
        RefusedOnce(copy, "answered before");
    }

    [Fact]
    public async Task An_answer_belongs_to_the_browser_that_asked()
    {
        scene.Anew();
        using var attacker = await scene.BeginAsync();
        using var victim = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await victim.ComeBackAsync(scene.Provider.Grant(attacker.Sent), attacker.State));
        RefusedOnce(victim, "state");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Kari Nordmann")]
    public async Task An_answer_needs_its_state(string state)
    {
        scene.Anew();
        using var browser = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await browser.ComeBackAsync(state: state));
        RefusedOnce(browser, "state");
    }

    [Fact]
    public async Task An_answer_of_another_provider_is_not_taken_for_this_ones()
    {
        scene.Anew();
        using var mixedUp = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await mixedUp.ComeBackAsync(issuer: "https://login.example.no"));
        RefusedOnce(mixedUp, "another provider");

        scene.Anew();
        using var silent = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await silent.ComeBackAsync(withIssuer: false));
        RefusedOnce(silent, "another provider");
    }

    [Fact]
    public async Task What_the_provider_says_went_wrong_is_logged_without_what_anybody_may_write_there()
    {
        scene.Anew();
        using var browser = await scene.BeginAsync();
        using var answer = await browser.GetAsync(QueryHelpers.AddQueryString("/signin-oidc", new Dictionary<string, string?>
        {
            ["error"] = "server_error\nKari Nordmann",
            ["error_description"] = "Kari Nordmann",
            ["state"] = browser.State,
            ["iss"] = scene.Provider.Address,
        }));
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), answer.Headers.Location!.OriginalString);
        RefusedOnce(browser, "the provider answered server_error");
    }

    [Fact]
    public async Task Whoever_turns_back_there_is_told_so()
    {
        scene.Anew();
        using var browser = await scene.BeginAsync();
        using var answer = await browser.GetAsync(QueryHelpers.AddQueryString("/signin-oidc", new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = browser.State, ["iss"] = scene.Provider.Address }));
        Assert.Equal(AccountLinks.Stopped(SignInStop.Cancelled), answer.Headers.Location!.OriginalString);
        RefusedOnce(browser, "access_denied");
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    [InlineData("\t//example.com/")]
    [InlineData("/h\u00E6r")]
    [InlineData("/\u00BF'\"(")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        scene.Anew();
        using var browser = await scene.BeginAsync(returnUrl);
        Assert.Equal("/", await browser.ComeBackAsync());
    }

    private void RefusedOnce(SigningIn browser, string reason)
    {
        Assert.False(browser.IsIn);
        var line = Assert.Single(scene.Log.Lines);
        Assert.StartsWith("Apprentices.Platform.IdentityProvider: Sign-in refused: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Kari", line, StringComparison.Ordinal);
        Assert.DoesNotContain(HostileProvider.Account, line, StringComparison.Ordinal);
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

    private static string Changed(HostileProvider provider, Dictionary<string, object> claims)
    {
        var parts = provider.Sign(claims).Split('.');
        claims["sub"] = "konto-2";
        return $"{parts[0]}.{provider.Sign(claims).Split('.')[1]}.{parts[2]}";
    }

    private static string BySomebody(Func<RSA, string> sign)
    {
        using var key = RSA.Create(2048);
        return sign(key);
    }

    private static string BringingItsKey(HostileProvider provider, Dictionary<string, object> claims, RSA key)
    {
        var shown = key.ExportParameters(includePrivateParameters: false);
        var jwk = new { kty = "RSA", n = Base64Url.EncodeToString(shown.Modulus), e = Base64Url.EncodeToString(shown.Exponent) };
        return HostileProvider.Made(
            new() { ["alg"] = "RS256", ["kid"] = provider.KeyId, ["jwk"] = jwk }, claims, data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static long Now(int seconds) => OfficeTime.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
}
