using System.Net;
using Apprentices.Features.Account;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Support;

/// <summary>A browser on its way through a provider, step by step. Its cookies are in sight, and can be put back.</summary>
public sealed class SigningIn(TestApp app, HostileProvider provider) : IDisposable
{
    private readonly HttpClient client = app.Browser(handleCookies: false);

    public Dictionary<string, string> Cookies { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Where we sent it.</summary>
    public Uri Sent { get; private set; } = null!;

    public string State => QueryHelpers.ParseQuery(Sent.Query)["state"].ToString();

    public bool IsIn => Cookies.Keys.Any(name => name.EndsWith(SessionCookie.Name, StringComparison.Ordinal));

    public static async Task<SigningIn> BeginAsync(TestApp app, HostileProvider provider, string? returnUrl = null)
    {
        var browser = new SigningIn(app, provider);
        using var answer = await browser.GetAsync(AccountLinks.ToProvider(returnUrl));
        browser.Sent = answer.Headers.Location!;
        return browser;
    }

    /// <summary>The same browser with the cookies it has now.</summary>
    public SigningIn Copy() => new(app, provider) { Cookies = new(Cookies, StringComparer.Ordinal), Sent = Sent };

    /// <summary>Where she is sent when she comes back with a code.</summary>
    public async Task<string> ComeBackAsync(string? code = null, string? state = null, string? issuer = null, bool withIssuer = true)
    {
        Dictionary<string, string?> query = new() { ["code"] = code ?? provider.Grant(Sent), ["state"] = state ?? State, ["iss"] = withIssuer ? issuer ?? provider.Issuer ?? provider.Address : null };
        using var answer = await GetAsync(QueryHelpers.AddQueryString("/signin-oidc", query));
        return answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode}";
    }

    public async Task<HttpResponseMessage> GetAsync(string address) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> form) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) });

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
                continue;
            }

            Cookies[name] = value;
        }

        return answer;
    }
}
