using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>
/// The identity provider: Microsoft Entra ID by its tenant, or any other OpenID Connect provider by its address. Without a client
/// id there is none.
/// </summary>
public sealed class AzureAdSettings : IValidatableObject
{
    private static readonly string[] ManyTenants = ["organizations", "common"];

    /// <summary>Where Entra ID is; other clouds have other addresses.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string Instance { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>The tenant of Entra ID: its id or one of its domains; <c>organizations</c> where people of several tenants sign in.</summary>
    public string? TenantId { get; set; }

    /// <summary>The address of another provider, without <c>/.well-known/openid-configuration</c>; then there is no tenant.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string? Authority { get; set; }

    /// <summary>What the provider calls this program.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Where the provider sends people back to; it must know the whole address.</summary>
    [RegularExpression("/.+", ErrorMessage = "must be a path that begins with /.")]
    public string CallbackPath { get; set; } = "/signin-oidc";

    /// <summary>The same after signing out.</summary>
    [RegularExpression("/.+", ErrorMessage = "must be a path that begins with /.")]
    public string SignedOutCallbackPath { get; set; } = "/signout-callback-oidc";

    /// <summary>The claims that hold somebody's roles and groups.</summary>
    [Required(ErrorMessage = "must name a claim.")]
    public string RolesClaim { get; set; } = "roles";

    [Required(ErrorMessage = "must name a claim.")]
    public string GroupsClaim { get; set; } = "groups";

    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>Whether people of more than one tenant may sign in: then a token's issuer is its own tenant's.</summary>
    public bool HasManyTenants => IsEntra && IsMany(TenantId);

    public bool IsEntra => string.IsNullOrWhiteSpace(Authority);

    internal static bool IsMany(string? tenantId) => ManyTenants.Contains(tenantId, StringComparer.OrdinalIgnoreCase);

    /// <summary>What discovery begins from.</summary>
    public string Address => IsEntra ? $"{Instance.TrimEnd('/')}/{TenantId}/v2.0" : Authority!;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (IsEntra == string.IsNullOrWhiteSpace(TenantId))
        {
            yield return new ValidationResult("is needed when AzureAd:ClientId is set: that, or AzureAd:Authority for a provider other than Entra ID, and not both.", [nameof(TenantId)]);
        }
        else if (!IsSafe(new Uri(Address)))
        {
            yield return new ValidationResult("must begin with https://, unless the provider is on this machine.", [IsEntra ? nameof(Instance) : nameof(Authority)]);
        }
    }

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
}
