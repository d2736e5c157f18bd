using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Apprentices.Platform;

/// <summary>
/// Whose tokens count: those of the issuer that the provider's configuration names, and of no other. Only where several tenants of
/// Entra ID may sign in does the configuration have a place for the tenant, which each token fills with its own.
/// </summary>
internal sealed class TokenIssuers(AzureAdSettings settings)
{
    private const string Tenant = "tid";
    private const string TenantPlace = "{tenantid}";
    private const string KeyIssuer = "issuer";

    public string Validate(string issuer, SecurityToken token, TokenValidationParameters rules, BaseConfiguration? configuration)
    {
        var tenant = (token as JsonWebToken)?.TryGetPayloadValue<string>(Tenant, out var said) == true ? said : null;
        var isOurs = configuration is { Issuer: { Length: > 0 } expected }
            && string.Equals(issuer, Filled(expected, tenant), StringComparison.Ordinal)
            && (settings.HasManyTenants ? Guid.TryParse(tenant, out _) : IsHome(tenant));
        return isOurs ? issuer : throw new SecurityTokenInvalidIssuerException("The issuer is another.");
    }

    /// <summary>Whether an issuer named outside a token is the provider's; with several tenants, of any of them.</summary>
    public bool IsOurs(string issuer, BaseConfiguration configuration)
    {
        var parts = configuration.Issuer.Split(TenantPlace, 2, StringSplitOptions.None);
        var tenant = parts is [var before, var after] && issuer.Length > before.Length + after.Length ? issuer[before.Length..^after.Length] : null;
        return string.Equals(issuer, Filled(configuration.Issuer, tenant), StringComparison.Ordinal);
    }

    /// <summary>A key that is there for one tenant signs for no other.</summary>
    public bool IsKeyOfIssuer(SecurityKey key, SecurityToken token, TokenValidationParameters rules, BaseConfiguration? configuration)
    {
        if (!settings.HasManyTenants)
        {
            return true;
        }

        var known = (configuration as OpenIdConnectConfiguration)?.JsonWebKeySet?.Keys.FirstOrDefault(one => one.Kid == key.KeyId);
        return known is not null && token is JsonWebToken jwt
            && (!known.AdditionalData.TryGetValue(KeyIssuer, out var of)
                || string.Equals(Filled(of.ToString()!, jwt.TryGetPayloadValue<string>(Tenant, out var tenant) ? tenant : null), jwt.Issuer, StringComparison.Ordinal));
    }

    private bool IsHome(string? tenant) =>
        !settings.IsEntra || !Guid.TryParse(settings.TenantId, out var home) || (Guid.TryParse(tenant, out var theirs) && theirs == home);

    private string Filled(string issuer, string? tenant) => settings.HasManyTenants && Guid.TryParse(tenant, out _)
        ? issuer.Replace(TenantPlace, tenant, StringComparison.OrdinalIgnoreCase)
        : issuer;
}
