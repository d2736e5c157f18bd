using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Apprentices.Features.Account;
using Apprentices.Features.Api;
using Apprentices.Features.Apprenticeships;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Platform;

/// <summary>Two instances on one PostgreSQL database, each with a data folder of its own, behind nginx as it is documented.</summary>
public sealed partial class TwoInstancesTests : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Web:KnownProxies"] = "127.0.0.1", ["Web:SignInsPerMinute"] = "5" };

    [Fact, Trait(BothDatabasesDiscoverer.Trait, "PostgreSql")]
    public async Task Who_signs_in_at_one_is_signed_in_at_the_other_and_forms_tokens_and_pages_work_at_both()
    {
        await using var beside = App.Beside();
        using var nginx = await Nginx.StartAsync(App.Listen(), beside.Listen());
        var hr = await Given.HrAsync("Nina Dahl");
        var cookies = new CookieContainer();
        using var browser = nginx.Browser(cookies);
        var (one, other) = await InstancesAsync(nginx);

        // The form of one is sent to the other.
        GoTo(one);
        var token = Token().Match(await browser.GetStringAsync(AccountLinks.SignIn)).Groups[1].Value;
        GoTo(other);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("person", hr.Id.ToString()), new(AccountLinks.ReturnUrl, ApprenticeshipLinks.Overview)]);
        using var signedIn = await browser.PostAsync(AccountLinks.SignIn, form);
        Assert.Equal((HttpStatusCode.Redirect, ApprenticeshipLinks.Overview), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        Assert.Contains(signedIn.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("max-age=31536000", Assert.Single(signedIn.Headers.GetValues("Strict-Transport-Security")));

        // Who is signed in at the other is signed in at the one.
        foreach (var instance in (string[])[one, other])
        {
            GoTo(instance);
            using var page = await browser.GetAsync(ApprenticeshipLinks.Overview);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            await SpeaksAsync(browser, cookies, nginx);
        }

        // A token that is made at the one opens both, and revoked at the other neither.
        var made = await App.As(await Given.AdministratorAsync()).RunAsync((CreateAccessToken use) => use.RunAsync(new() { Name = "Lønn" }));
        browser.DefaultRequestHeaders.Authorization = new("Bearer", made.Secret);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await TradesAsync(one), await TradesAsync(other)));
        var administrator = await Given.AdministratorAsync();
        var row = Assert.Single(await beside.As(administrator).RunAsync((ListAccessTokens use) => use.RunAsync()));
        await beside.As(administrator).RunAsync((RevokeAccessToken use) => use.RunAsync(row.Id));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await TradesAsync(one), await TradesAsync(other)));

        void GoTo(string instance) => cookies.Add(nginx.Address, new Cookie("instance", instance, "/") { Secure = true });

        async Task<HttpStatusCode> TradesAsync(string instance)
        {
            GoTo(instance);
            using var answer = await browser.GetAsync($"{ApiEndpoints.Root}/trades");
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_proxy_is_believed_and_what_a_browser_says_of_itself_is_not()
    {
        using var nginx = await Nginx.StartAsync(App.Listen());
        using var browser = nginx.Browser(new CookieContainer());
        List<HttpStatusCode> answers = [];
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AccountLinks.SignIn) { Headers = { { "X-Forwarded-For", $"203.0.113.{attempt}" } } };
            using var answer = await browser.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        using var open = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var sent = await open.GetAsync(new Uri(nginx.Open, "/account/sign-in?a=b"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (answers[4], answers[5]));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://127.0.0.2/account/sign-in?a=b"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
    }

    /// <summary>A value of the cookie for each of the two; whoever has none is given one.</summary>
    private static async Task<(string One, string Other)> InstancesAsync(Nginx nginx)
    {
        Dictionary<string, string> found = [];
        for (var attempt = 0; found.Count < 2 && attempt < 200; attempt++)
        {
            var cookies = new CookieContainer();
            using var stranger = nginx.Browser(cookies);
            using var answer = await stranger.GetAsync(Health.Live);
            found[Assert.Single(answer.Headers.GetValues(Nginx.AnsweredBy))] = cookies.GetCookies(nginx.Address)["instance"]!.Value;
        }

        Assert.Equal(2, found.Count);
        return (found.Values.First(), found.Values.Last());
    }

    /// <summary>A page's WebSocket is begun where it was agreed upon, and answers the hub's own greeting.</summary>
    private static async Task SpeaksAsync(HttpClient browser, CookieContainer cookies, Nginx nginx)
    {
        using var agreed = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null);
        using var json = JsonDocument.Parse(await agreed.Content.ReadAsStringAsync());
        var id = Uri.EscapeDataString(json.RootElement.GetProperty("connectionToken").GetString()!);

        using var socket = new ClientWebSocket();
        using var connections = new HttpMessageInvoker(nginx.Connections(cookies));
        await socket.ConnectAsync(new Uri($"wss://{nginx.Address.Authority}/_blazor?id={id}"), connections, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        var said = new byte[64];
        var answer = await socket.ReceiveAsync(said, TestContext.Current.CancellationToken);

        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(said, 0, answer.Count));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
