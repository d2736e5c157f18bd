using System.Net;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Features.Account;

/// <summary>Signing in and out with a provider whose keys change, that is away, that is Entra ID.</summary>
public sealed partial class ProviderTests
{
    private const string Ours = "11111111-1111-4111-8111-111111111111";
    private const string Theirs = "22222222-2222-4222-8222-222222222222";

    [Fact]
    public async Task A_new_key_counts_at_once_and_the_old_one_no_more()
    {
        await using var scene = new ProviderScene();
        await scene.InitializeAsync();
        using var first = await scene.BeginAsync();
        Assert.Equal("/", await first.ComeBackAsync());

        var (old, name) = (scene.Provider.Key, scene.Provider.KeyId);
        scene.Provider.RotateKey();
        using var second = await scene.BeginAsync();
        Assert.Equal("/", await second.ComeBackAsync());

        scene.Provider.MakeToken = claims => HostileProvider.Made(
            new() { ["alg"] = "RS256", ["kid"] = name }, claims, data => old.SignData(data, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1));
        using var third = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await third.ComeBackAsync());
        Assert.Contains("unknown key", Assert.Single(scene.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_away_stops_nobody_but_those_who_sign_in()
    {
        var away = await HostileProvider.StartAsync();
        var (settings, port) = (away.Settings, new Uri(away.Address).Port);
        await away.DisposeAsync();
        await using var scene = await ProviderScene.StartAsync(_ => settings);
        using var visitor = scene.App.Browser();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(AccountLinks.SignIn)).StatusCode);

        using var stopped = await visitor.GetAsync(AccountLinks.ToProvider("/people"));
        Assert.Equal(AccountLinks.Stopped(SignInStop.Away), stopped.Headers.Location!.OriginalString);
        Assert.Contains("the provider does not answer", Assert.Single(scene.Log.Lines), StringComparison.Ordinal);
        var page = await visitor.GetStringAsync(stopped.Headers.Location);
        Assert.Contains(AccountTexts.StoppedAway, page, StringComparison.Ordinal);
        Assert.Contains(AccountLinks.Provider, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);

        // It comes back, and nothing has to be started anew.
        await using var back = await HostileProvider.StartAsync(port);
        await scene.LinkAsync(await scene.App.Given.HrAsync(), back.Address, tenant: "", HostileProvider.Account);
        using var browser = await SigningIn.BeginAsync(scene.App, back);
        Assert.Equal("/", await browser.ComeBackAsync());
    }

    [Fact]
    public async Task A_provider_that_goes_away_while_somebody_is_there_is_said_to_be_away()
    {
        await using var scene = new ProviderScene();
        await scene.InitializeAsync();
        using var browser = await scene.BeginAsync();
        var code = scene.Provider.Grant(browser.Sent);
        await scene.Provider.DisposeAsync();

        Assert.Equal(AccountLinks.Stopped(SignInStop.Away), await browser.ComeBackAsync(code));
        Assert.Contains("the provider does not answer", Assert.Single(scene.Log.Lines), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Signing_out_here_goes_on_to_the_provider_and_comes_back()
    {
        await using var scene = new ProviderScene();
        await scene.InitializeAsync();
        using var browser = await scene.BeginAsync();
        Assert.Equal("/", await browser.ComeBackAsync());
        using var form = await browser.GetAsync(AccountLinks.SignIn);
        var token = FormToken().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;

        using var sent = await browser.PostAsync(AccountLinks.SignOut, new() { ["__RequestVerificationToken"] = token });
        var asked = QueryHelpers.ParseQuery(sent.Headers.Location!.Query);
        Assert.Equal($"{scene.Provider.Address}/end", sent.Headers.Location.GetLeftPart(UriPartial.Path));
        Assert.Equal(3, asked["id_token_hint"].ToString().Split('.').Length);
        Assert.Equal($"{HostileProvider.ClientId} http://localhost/signout-callback-oidc", $"{asked["client_id"]} {asked["post_logout_redirect_uri"]}");
        Assert.False(browser.IsIn);

        using var back = await browser.GetAsync($"/signout-callback-oidc?state={Uri.EscapeDataString(asked["state"]!)}");
        Assert.Equal(AccountLinks.SignIn, back.Headers.Location!.OriginalString);
        using var bare = await browser.GetAsync("/signout-callback-oidc");
        Assert.Equal(AccountLinks.SignIn, bare.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Ours, Ours, Ours, null)]
    [InlineData(Ours, Theirs, Theirs, "another issuer")]
    [InlineData(Ours, Ours, Theirs, "another issuer")]
    [InlineData("organizations", Ours, Ours, null)]
    [InlineData("organizations", Theirs, Theirs, null)]
    [InlineData("organizations", Ours, Theirs, "another issuer")]
    [InlineData("organizations", "", "{tenantid}", "another issuer")]
    public async Task Entra_id_signs_in_the_people_of_the_tenants_it_was_set_up_for(string configured, string tenant, string inIssuer, string? reason)
    {
        await using var scene = await ProviderScene.StartAsync(provider => EntraOf(provider, configured));
        scene.Provider.Issuer = IssuerOf(scene, configured == Ours ? Ours : "{tenantid}");
        scene.Provider.MakeToken = claims => TokenOf(scene, claims, tenant, inIssuer);
        var hr = await scene.App.Given.HrAsync();
        await scene.LinkAsync(hr, IssuerOf(scene, inIssuer), tenant, "objekt-1");

        using var browser = await scene.BeginAsync();
        var to = await browser.ComeBackAsync(withIssuer: false);

        Assert.Equal(reason is null ? "/" : AccountLinks.Stopped(SignInStop.Refused), to);
        Assert.Equal(reason is null, browser.IsIn);
        Assert.All(scene.Log.Lines, line => Assert.Contains(reason!, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_there_for_one_tenant_signs_for_no_other()
    {
        await using var scene = await ProviderScene.StartAsync(provider => EntraOf(provider, "organizations"));
        (scene.Provider.Issuer, scene.Provider.KeyIssuer) = (IssuerOf(scene, "{tenantid}"), IssuerOf(scene, Theirs));
        scene.Provider.MakeToken = claims => TokenOf(scene, claims, Ours, Ours);

        using var browser = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Stopped(SignInStop.Refused), await browser.ComeBackAsync(withIssuer: false));
        Assert.Contains("the key of another issuer", Assert.Single(scene.Log.Lines), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task An_unknown_and_a_deactivated_person_are_told_whom_to_ask()
    {
        await using var scene = new ProviderScene();
        await scene.InitializeAsync();
        scene.Provider.MakeToken = claims =>
        {
            claims["sub"] = "konto-2";
            return scene.Provider.Sign(claims);
        };
        using var unknown = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Refused(SignInRefusal.Unknown), await unknown.ComeBackAsync());
        Assert.False(unknown.IsIn);
        Assert.Contains("Sign-in refused: the account is Unknown.", Assert.Single(scene.Log.Lines), StringComparison.Ordinal);

        scene.Anew();
        await scene.App.ChangeAsync(async db => (await db.People.FindAsync(scene.Hr.Id))!.Deactivate(scene.App.Clock.GetUtcNow()));
        using var deactivated = await scene.BeginAsync();
        Assert.Equal(AccountLinks.Refused(SignInRefusal.Deactivated), await deactivated.ComeBackAsync());
        Assert.False(deactivated.IsIn);
    }

    private static Dictionary<string, string?> EntraOf(HostileProvider provider, string tenant)
    {
        provider.NamesIssuer = false;
        return new()
        {
            ["AzureAd:Instance"] = provider.Address,
            ["AzureAd:TenantId"] = tenant,
            ["AzureAd:ClientId"] = HostileProvider.ClientId,
            ["AzureAd:ClientSecret"] = HostileProvider.Secret,
        };
    }

    private static string IssuerOf(ProviderScene scene, string tenant) => $"{scene.Provider.Address}/{tenant}/v2.0";

    private static string TokenOf(ProviderScene scene, Dictionary<string, object> claims, string tenant, string inIssuer)
    {
        (claims["iss"], claims["tid"], claims["oid"]) = (IssuerOf(scene, inIssuer), tenant, "objekt-1");
        return scene.Provider.Sign(claims);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();
}
