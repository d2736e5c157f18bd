namespace Apprentices.Platform;

/// <summary>
/// The tenant of the house, in which a user principal name says who somebody is. In another tenant, and where several may sign in,
/// it says nothing.
/// </summary>
public sealed record HomeTenant(string? TenantId, string? Authority)
{
    public static HomeTenant Of(IConfiguration configuration) => new(configuration["AzureAd:TenantId"], configuration["AzureAd:Authority"]);

    public bool Holds(string issuer, string tenantId) => string.IsNullOrWhiteSpace(TenantId)
        ? !string.IsNullOrWhiteSpace(Authority) && string.Equals(issuer.TrimEnd('/'), Authority.TrimEnd('/'), StringComparison.Ordinal)
        : Guid.TryParse(TenantId, out var ours) && Guid.TryParse(tenantId, out var theirs) && ours == theirs;
}
