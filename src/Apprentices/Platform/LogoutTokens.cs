using System.Text.Json;
using Apprentices.Features.Account;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Apprentices.Platform;

/// <summary>Ends here what the provider says has ended there (OpenID Connect Back-Channel Logout 1.0).</summary>
public sealed class LogoutTokens(
    IServiceProvider services, IOptions<AzureAdSettings> settings, UsedOnce once, EndProviderSession session, EndAccountSessions account)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>A provider that cannot say how long a token counts says too much.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>One session of the provider's, or everything of one account where none is named.</summary>
    /// <exception cref="Exception">It does not count; <see cref="ProviderRefusal.ReasonOf" /> says why.</exception>
    public async Task<int> EndAsync(string token, CancellationToken cancel = default)
    {
        var jwt = await ReadAsync(token, cancel);
        return Text(jwt, JwtRegisteredClaimNames.Sid) is { } sid
            ? await session.RunAsync(jwt.Issuer, sid, cancel)
            : await account.RunAsync(jwt.Issuer, Text(jwt, JwtRegisteredClaimNames.Sub)!, cancel);
    }

    private async Task<JsonWebToken> ReadAsync(string token, CancellationToken cancel)
    {
        var options = IdentityProvider.OptionsOf(services);
        await IdentityProvider.ConfigurationOfAsync(options, cancel);
        var rules = IdentityProvider.TokenRules(settings.Value);
        rules.ConfigurationManager = (BaseConfigurationManager)options.ConfigurationManager!;
        rules.TypeValidator = IsLogout;

        var result = await new SignedTokenHandler().ValidateTokenAsync(token, rules);
        if (!result.IsValid)
        {
            throw result.Exception;
        }

        var jwt = (JsonWebToken)result.SecurityToken;
        if (Wrong(jwt) is { } wrong)
        {
            throw new ProviderRefusedException(wrong);
        }

        return await once.SpendAsync($"logout {jwt.Issuer} {jwt.Id}", Longest, cancel)
            ? jwt
            : throw new ProviderRefusedException("the logout token was used before");
    }

    private static string? Wrong(JsonWebToken jwt)
    {
        if (!jwt.TryGetPayloadValue<JsonElement>("events", out var events) || events.ValueKind != JsonValueKind.Object
            || !events.TryGetProperty(Event, out var logout) || logout.ValueKind != JsonValueKind.Object)
        {
            return "the token says nothing of signing out";
        }

        return jwt switch
        {
            _ when jwt.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Nonce, out _) => "the logout token has a nonce, as a token for signing in has",
            _ when string.IsNullOrEmpty(jwt.Id) => "the logout token has no jti",
            _ when jwt.IssuedAt == DateTime.MinValue || jwt.ValidTo - jwt.IssuedAt > Longest => "the logout token counts for too long",
            _ when Text(jwt, JwtRegisteredClaimNames.Sid) is null && Text(jwt, JwtRegisteredClaimNames.Sub) is null => "the logout token names no session and no account",
            _ => null,
        };
    }

    private static string IsLogout(string type, SecurityToken token, TokenValidationParameters rules) => type?.ToUpperInvariant() switch
    {
        null or "" or "JWT" or "LOGOUT+JWT" => type ?? "",
        _ => throw new SecurityTokenInvalidTypeException("The token is of another type."),
    };

    private static string? Text(JsonWebToken jwt, string claim) => jwt.TryGetPayloadValue<string>(claim, out var value) && value.Length > 0 ? value : null;
}
