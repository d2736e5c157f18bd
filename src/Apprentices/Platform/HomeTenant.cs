namespace Apprentices.Platform;

/// <summary>
/// The tenant of the house, in which a user principal name says who somebody is. In another tenant, and where several may sign in,
/// it says nothing.
/// </summary>
public sealed record HomeTenant(string? TenantId, string? Authority)
{
    public static HomeTenant Of(IConfiguration configuration) => new(configuration["AzureAd:TenantId"], configuration["AzureAd:Authority"]);

    /// <summary>Whether the roles and groups of a token are ours to believe. Where several tenants sign in, each says them of its own people as it likes.</summary>
    public bool SaysRoles => !string.IsNullOrWhiteSpace(Authority) || !AzureAdSettings.IsMany(TenantId);

    public bool Holds(string issuer, string tenantId) => string.IsNullOrWhiteSpace(TenantId)
        ? !string.IsNullOrWhiteSpace(Authority) && string.Equals(issuer.TrimEnd('/'), Authority.TrimEnd('/'), StringComparison.Ordinal)
        : Guid.TryParse(TenantId, out var ours) && Guid.TryParse(tenantId, out var theirs) && ours == theirs;
}
