using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Apprentices.Platform;

/// <summary>
/// Takes no token without a signature, and none that is signed in another way than those that count, before any key is tried. The
/// handler of OpenID Connect asks for no signature where a token comes from the provider by a connection of our own, as the
/// specification allows; we ask all the same.
/// </summary>
internal sealed class SignedTokenHandler : JsonWebTokenHandler
{
    public SignedTokenHandler() => MapInboundClaims = false;

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return Wrong(token, validationParameters) is { } wrong
            ? new TokenValidationResult { Exception = new ProviderRefusedException(wrong) }
            : await base.ValidateTokenAsync(token, validationParameters);
    }

    private static string? Wrong(string token, TokenValidationParameters rules)
    {
        try
        {
            return new JsonWebToken(token) switch
            {
                { EncodedSignature: null or "" } => "the token is not signed",
                { Alg: var way } when !rules.ValidAlgorithms.Contains(way, StringComparer.Ordinal) => "the token is signed in a way that does not count",
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            // What is no token at all the handler says better.
            return null;
        }
    }
}
