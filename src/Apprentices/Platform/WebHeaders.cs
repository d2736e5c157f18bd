using System.Security.Cryptography;
using System.Text;
using Apprentices.Shared;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>
/// What every answer tells the browser: nothing is run, drawn or asked for but our own, nobody frames us, and nothing is kept. An answer
/// that has said something stricter itself, as files do, is left alone. docs/decisions/0022 says why each is as it is.
/// </summary>
public sealed class WebHeaders(IOptions<WebSettings> settings, IHostEnvironment environment, IConfiguration configuration)
{
    /// <summary>For whatever is no page: nothing in it is run or drawn, whatever a browser takes it for.</summary>
    public const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    private const string Html = "text/html";
    private const string EntraId = "https://login.microsoftonline.com/";

    private readonly string ofPages =
        $"default-src 'none'; script-src 'self'; style-src 'self' {string.Join(' ', MailLetter.ShownStyles.Select(HashOf))}; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + $"connect-src 'self'; form-action {string.Join(' ', ["'self'", .. settings.Value.FormOrigins, .. ProviderOf(configuration)])}; base-uri 'self'; frame-ancestors 'none'";

    private readonly string? httpsOnly = settings.Value.HttpsOnlyDays == 0 || environment.IsDevelopment()
        ? null
        : $"max-age={settings.Value.HttpsOnlyDays * 24 * 60 * 60}";

    /// <summary>The pages would forbid frames of other sites, and nothing more, themselves; our policy stands in place of theirs.</summary>
    public static void LeaveFramesToUs(ServerComponentsEndpointOptions options) => options.ContentSecurityFrameAncestorsPolicy = null;

    internal Task PutAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment: an error clears what was set before it.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : PolicyOf(context.Response);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0 && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = "no-store";
        }

        if (httpsOnly is not null && context.Request.IsHttps && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            headers[HeaderNames.StrictTransportSecurity] = httpsOnly;
        }
    }

    private string PolicyOf(HttpResponse response) =>
        response.ContentType?.StartsWith(Html, StringComparison.OrdinalIgnoreCase) == true ? ofPages : Nothing;

    private static string HashOf(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    /// <summary>Signing in and out leads through the identity provider's pages.</summary>
    private static IEnumerable<string> ProviderOf(IConfiguration configuration)
    {
        var address = Given("AzureAd:Authority") ?? Given("AzureAd:Instance") ?? EntraId;
        return Given(SignInWays.ClientId) is not null && Uri.TryCreate(address, UriKind.Absolute, out var provider)
            ? [provider.GetLeftPart(UriPartial.Authority)]
            : [];

        string? Given(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name];
    }
}
