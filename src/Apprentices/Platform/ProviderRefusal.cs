using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Apprentices.Platform;

/// <summary>An answer of the provider, or of somebody who would be it, that nobody is let in by. The reason is for the log: no token, no person.</summary>
internal sealed class ProviderRefusedException(string reason) : Exception(reason);

/// <summary>Why somebody is not let in, in words that name nobody.</summary>
internal static partial class ProviderRefusal
{
    /// <summary>Whether the provider did not answer, or not as a provider does.</summary>
    public static bool IsAway(Exception failed) => Causes(failed).Any(cause =>
        cause is HttpRequestException or SocketException or IOException or TaskCanceledException || cause.Message.StartsWith("IDX2080", StringComparison.Ordinal));

    /// <summary>Whether it tells of the provider or of what it sent, and not of us.</summary>
    public static bool IsOne(Exception failed) =>
        failed is ProviderRefusedException or SecurityTokenException or ArgumentException or InvalidDataException || IsAway(failed);

    public static string ReasonOf(Exception failed) => failed switch
    {
        ProviderRefusedException refused => refused.Message,
        SecurityTokenInvalidIssuerException => "the token is of another issuer",
        SecurityTokenInvalidAudienceException => "the token is for another program",
        SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException or SecurityTokenInvalidLifetimeException => "the token is not valid at this time",
        SecurityTokenSignatureKeyNotFoundException => "the token is signed by an unknown key",
        SecurityTokenInvalidSigningKeyException => "the token is signed by the key of another issuer",
        SecurityTokenInvalidSignatureException => "the signature is wrong",
        SecurityTokenInvalidTypeException => "the token is of another type",
        SecurityTokenException or SecurityTokenArgumentException => $"the token is not right ({failed.GetType().Name})",
        OpenIdConnectProtocolInvalidNonceException => "the token was not made for this sign-in (nonce)",
        OpenIdConnectProtocolException { Data: var data } when data["error"] is string code => $"the provider answered {Plain().Match(code).Value}",
        OpenIdConnectProtocolException => $"the answer is not right ({failed.GetType().Name})",
        _ when IsAway(failed) => "the provider does not answer",
        AuthenticationFailureException => "the answer belongs to no sign-in begun in this browser (state)",
        _ => $"the answer is not right ({failed.GetType().Name})",
    };

    [LoggerMessage(LogLevel.Warning, "Sign-in refused: {Reason}.")]
    public static partial void NoteSignIn(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Sign-out from the provider refused: {Reason}.")]
    public static partial void NoteSignOut(ILogger logger, string reason);

    private static IEnumerable<Exception> Causes(Exception? failed)
    {
        for (; failed is not null; failed = failed.InnerException)
        {
            yield return failed;
        }
    }

    /// <summary>Of a code that anybody may have written, what a code consists of.</summary>
    [GeneratedRegex("^[a-z_]{1,40}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Plain();
}
