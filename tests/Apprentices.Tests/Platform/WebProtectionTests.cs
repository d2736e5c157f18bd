using System.Globalization;
using System.Net;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Apprentices.Tests.Platform;

/// <summary>Over a real connection: who is believed to ask for somebody else, https, and how large a request may be.</summary>
public sealed class WebProtectionTests : AppTests
{
    private const int SignIns = 3;

    private HttpClient client = null!;

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Web:KnownProxies"] = "127.0.0.1 ::1",
        ["Web:HttpsPort"] = "443",
        ["Web:SignInsPerMinute"] = $"{SignIns}",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        client = At(App.Listen());
    }

    public override async ValueTask DisposeAsync()
    {
        client.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_known_proxy_is_believed_and_who_comes_by_http_is_sent_to_https()
    {
        using var secure = await AskAsync(client, HttpMethod.Get, AccountLinks.SignIn, ("X-Forwarded-Proto", "https"));
        using var open = await AskAsync(client, HttpMethod.Get, AccountLinks.SignIn);
        using var health = await AskAsync(client, HttpMethod.Get, Health.Live);

        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
        Assert.False(secure.Headers.Contains("Server"));
        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, $"https://laerling.example.no{AccountLinks.SignIn}"), (open.StatusCode, open.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8")]
    public async Task Whoever_is_not_known_is_not_believed(string known)
    {
        await using var other = App.Beside(new Dictionary<string, string?> { ["Web:KnownProxies"] = known, ["Web:HttpsPort"] = "0" });
        using var stranger = At(other.Listen());

        using var claims = await AskAsync(stranger, HttpMethod.Get, AccountLinks.SignIn, ("X-Forwarded-Proto", "https"));
        var answers = await SignInAsync(stranger, attempt => $"203.0.113.{attempt}");

        Assert.False(claims.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Who_signs_in_too_often_is_told_to_wait_and_another_network_is_not()
    {
        var first = await SignInAsync(client, _ => "203.0.113.1");
        using var refused = await AskAsync(client, HttpMethod.Post, AccountLinks.SignIn, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.1"));
        var another = await SignInAsync(client, _ => "203.0.113.2");

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, SignIns), HttpStatusCode.TooManyRequests], first);
        Assert.Equal(first, another);
        var wait = int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        Assert.Equal(
            $"Mange har prøvd å logge inn fra nettverket ditt på kort tid. Vent {wait} sekunder og prøv igjen.", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_somebody_wrote_before_the_proxy_did_counts_for_nothing()
    {
        var answers = await SignInAsync(client, attempt => $"198.51.100.{attempt}, 203.0.113.3");

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task A_network_of_its_own_is_one_however_many_addresses_it_has()
    {
        var answers = await SignInAsync(client, attempt => $"2001:db8:1:2::{attempt}");

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    /// <summary>A page somewhere else can make a browser fetch as often as it likes: that shuts nobody out.</summary>
    [Theory]
    [InlineData("no-cors", "image")]
    [InlineData("navigate", "iframe")]
    public async Task What_another_sites_page_fetches_is_refused_and_not_counted(string mode, string destination)
    {
        for (var attempt = 0; attempt <= SignIns; attempt++)
        {
            using var fetched = await AskAsync(
                client, HttpMethod.Get, AccountLinks.Provider, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.4"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));
            Assert.Equal(HttpStatusCode.BadRequest, fetched.StatusCode);
        }

        using var visit = await AskAsync(
            client, HttpMethod.Get, AccountLinks.Provider, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.4"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.Equal(HttpStatusCode.Redirect, visit.StatusCode);
    }

    [Theory]
    [InlineData(AccountLinks.Invitation + "/", SignIns)]
    [InlineData("/signin-oidc/", SignIns)]
    [InlineData(IdentityProvider.BackChannelPath, SignIns * 10)]
    [InlineData(IdentityProvider.FrontChannelPath, SignIns * 10)]
    public async Task However_it_is_written_and_whoever_signs_out_is_counted(string path, int answered)
    {
        for (var attempt = 1; attempt <= answered + 1; attempt++)
        {
            using var answer = await AskAsync(client, HttpMethod.Post, path, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.5"));
            Assert.Equal(attempt > answered, answer.StatusCode == HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task A_request_is_no_larger_than_it_need_be()
    {
        using var form = new StringContent("language=" + new string('a', (int)WebProtection.LargestRequest), System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = Request(HttpMethod.Post, AccountLinks.Language, ("X-Forwarded-Proto", "https"));
        request.Content = form;

        using var answer = await client.SendAsync(request);

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest]);
    }

    [Fact]
    public void The_switch_that_believes_everybody_stops_the_start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--ForwardedHeaders_Enabled=true"], EnvironmentName = "Test" });

        var wrong = Assert.Throws<SettingsException>(() => builder.AddSettings().AddWebProtection());

        Assert.Contains("Web:KnownProxies", wrong.Message, StringComparison.Ordinal);
    }

    private static HttpClient At(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>Once more than is answered, each without our token, as from the address.</summary>
    private static async Task<List<HttpStatusCode>> SignInAsync(HttpClient client, Func<int, string> from)
    {
        List<HttpStatusCode> answers = [];
        for (var attempt = 1; attempt <= SignIns + 1; attempt++)
        {
            using var answer = await AskAsync(client, HttpMethod.Post, AccountLinks.SignIn, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", from(attempt)));
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, headers);
        return await client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Headers = { Host = "laerling.example.no" } };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([new("person", Guid.Empty.ToString())]);
        }

        return request;
    }
}
