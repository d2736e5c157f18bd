using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Apprentices.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Support;

/// <summary>
/// A provider of OpenID Connect on loopback that does as a test tells it, wrong things among them. What it is not told to do wrong it
/// does right: a code counts once, for the one who asked for it (PKCE), with the right secret.
/// </summary>
public sealed class HostileProvider : IAsyncDisposable
{
    public const string ClientId = "laerlinger";
    public const string Secret = "en-hemmelighet-som-er-lang-nok-for-hmac";
    public const string Account = "konto-1";
    public const string Session = "okt-1";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = new(StringComparer.Ordinal);
    private int grants;

    private HostileProvider(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.MapGet("/{**at}", (HttpContext request, string? at) => at?.EndsWith(".well-known/openid-configuration", StringComparison.Ordinal) == true ? Results.Json(Configuration()) : Results.Json(new { keys = Keys() }));
        app.MapPost("/token", TokenAsync);
    }

    public RSA Key { get; private set; } = RSA.Create(2048);

    public string KeyId { get; private set; } = "n-1";

    public string Address { get; private set; } = "";

    /// <summary>Who it says it is, unless told otherwise the address.</summary>
    public string? Issuer { get; set; }

    /// <summary>The issuer its key is for, where it says so as Entra ID does.</summary>
    public string? KeyIssuer { get; set; }

    /// <summary>Whether it says that its answers name the issuer.</summary>
    public bool NamesIssuer { get; set; } = true;

    /// <summary>Whether it takes any code at any time, whoever shows it.</summary>
    public bool TakesAnyCode { get; set; }

    /// <summary>How it makes a token of what is right to say.</summary>
    public Func<Dictionary<string, object>, string>? MakeToken { get; set; }

    public Dictionary<string, string?> Settings => new()
    {
        ["AzureAd:Authority"] = Address,
        ["AzureAd:ClientId"] = ClientId,
        ["AzureAd:ClientSecret"] = Secret,
    };

    public static async Task<HostileProvider> StartAsync(int port = 0)
    {
        var provider = new HostileProvider(port);
        await provider.app.StartAsync();
        provider.Address = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return provider;
    }

    /// <summary>Somebody signs in there, who was sent by this address; the code she comes back with.</summary>
    public string Grant(Uri sent)
    {
        var asked = QueryHelpers.ParseQuery(sent.Query);
        var code = $"kode-{Interlocked.Increment(ref grants).ToString(CultureInfo.InvariantCulture)}";
        codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString());
        return code;
    }

    public void RotateKey() => (Key, KeyId) = (RSA.Create(2048), $"n-{RandomNumberGenerator.GetHexString(6)}");

    public Dictionary<string, object> Claims(string? nonce)
    {
        var now = OfficeTime.Clock.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Issuer ?? Address,
            ["aud"] = ClientId,
            ["sub"] = Account,
            ["sid"] = Session,
            ["iat"] = now,
            ["exp"] = now + 300,
        };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    /// <summary>Signed with its key.</summary>
    public string Sign(Dictionary<string, object> claims, string type = "JWT") => Sign(claims, Key, type);

    public string Sign(Dictionary<string, object> claims, RSA key, string type = "JWT") =>
        Made(new() { ["alg"] = "RS256", ["typ"] = type, ["kid"] = KeyId }, claims, data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signed with a secret, under the name of its key.</summary>
    public string SignBySecret(Dictionary<string, object> claims, byte[] secret, string type = "JWT") =>
        Made(new() { ["alg"] = "HS256", ["typ"] = type, ["kid"] = KeyId }, claims, data => HMACSHA256.HashData(secret, data));

    public string Unsigned(Dictionary<string, object> claims, string algorithm) => Made(new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = KeyId }, claims, _ => []);

    public static string Made(Dictionary<string, object> header, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private static string Part(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private Dictionary<string, object> Configuration() => new()
    {
        ["issuer"] = Issuer ?? Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["end_session_endpoint"] = $"{Address}/end",
        ["jwks_uri"] = $"{Address}/keys",
        ["authorization_response_iss_parameter_supported"] = NamesIssuer,
    };

    private IEnumerable<Dictionary<string, string>> Keys()
    {
        var key = Key.ExportParameters(includePrivateParameters: false);
        Dictionary<string, string> shown = new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
        if (KeyIssuer is not null)
        {
            shown["issuer"] = KeyIssuer;
        }

        return [shown];
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isKnown = codes.TryRemove(form["code"].ToString(), out var granted);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!TakesAnyCode && (!isKnown || granted.Challenge != challenge || form["client_secret"] != Secret || form["client_id"] != ClientId))
        {
            return Results.Json(new { error = "invalid_grant", error_description = "Kari Nordmann" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var claims = Claims(granted.Nonce);
        return Results.Json(new { access_token = "tilgang", token_type = "Bearer", expires_in = 300, id_token = MakeToken?.Invoke(claims) ?? Sign(claims) });
    }
}
