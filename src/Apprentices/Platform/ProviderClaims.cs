using System.Security.Claims;
using Apprentices.Features.Account;

namespace Apprentices.Platform;

/// <summary>What a validated token says of somebody, as signing in takes it. Neither the <c>email</c> claim nor a name is read.</summary>
internal static partial class ProviderClaims
{
    private const string Issuer = "iss";
    private const string Tenant = "tid";
    private const string ObjectId = "oid";
    private const string Subject = "sub";
    private const string UserPrincipalName = "upn";

    /// <summary>What nobody can be known without.</summary>
    /// <exception cref="ProviderRefusedException">It is not there.</exception>
    public static void Require(ClaimsPrincipal principal, AzureAdSettings settings, ILogger logger)
    {
        foreach (var claim in settings.IsEntra ? new[] { Issuer, Tenant, ObjectId } : [Issuer, Subject])
        {
            if (string.IsNullOrEmpty(principal.FindFirstValue(claim)))
            {
                throw new ProviderRefusedException($"the token has no {claim}");
            }
        }

        // Entra ID leaves the groups out where there are too many for a token.
        if (principal.FindFirstValue("_claim_names")?.Contains($"\"{settings.GroupsClaim}\"", StringComparison.Ordinal) == true)
        {
            NoteTooManyGroups(logger);
        }
    }

    public static SignInWithProvider.Input Read(ClaimsPrincipal principal, AzureAdSettings settings) => new(
        principal.FindFirstValue(Issuer)!,
        settings.IsEntra ? principal.FindFirstValue(Tenant)! : "",
        principal.FindFirstValue(settings.IsEntra ? ObjectId : Subject)!,
        principal.FindFirstValue(UserPrincipalName) ?? principal.FindFirstValue("preferred_username"),
        All(principal, settings.RolesClaim),
        All(principal, settings.GroupsClaim),
        principal.FindFirstValue(SignIn.ProviderSessionClaim),
        NameIsSure: principal.HasClaim(claim => claim.Type == UserPrincipalName));

    private static List<string> All(ClaimsPrincipal principal, string claim) => [.. principal.FindAll(claim).Select(one => one.Value)];

    [LoggerMessage(LogLevel.Warning, "An account is in more groups than a token holds, so that none of them counts. Let Entra ID name only the groups assigned to the application.")]
    private static partial void NoteTooManyGroups(ILogger logger);
}
