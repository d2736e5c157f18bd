using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>Who may come in as what, and for how long. How the identity provider is found stands in its own section.</summary>
public sealed class SignInSettings
{
    /// <summary>
    /// The user principal name or the object id of whoever becomes administrator by signing in, as long as there is no other
    /// administrator.
    /// </summary>
    public string? FirstAdministrator { get; set; }

    /// <summary>App roles of the provider and the roles they give here, several parted by commas.</summary>
    public Dictionary<string, Roles> AppRoles { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same by groups; Entra names a group by its object id.</summary>
    public Dictionary<string, Roles> Groups { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Minutes without a click or a key after which somebody is signed out.</summary>
    [Range(5, 720, ErrorMessage = "must be between 5 and 720 minutes.")]
    public int InactivityMinutes { get; set; } = 60;

    /// <summary>Minutes before it is said.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 minutes.")]
    public int WarnMinutes { get; set; } = 3;

    /// <summary>Hours after which somebody signs in anew, whatever she does.</summary>
    [Range(1, 24, ErrorMessage = "must be between 1 and 24 hours.")]
    public int LongestHours { get; set; } = 12;

    /// <summary>Days an invitation can be used.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 days.")]
    public int InvitationDays { get; set; } = 7;

    /// <summary>A file (PKCS #12) with a certificate and its private key, by which the keys of the cookies are protected where they lie.</summary>
    public string? KeyCertificate { get; set; }

    public string? KeyCertificatePassword { get; set; }

    /// <summary>The certificate before it, with the same password, as long as keys it protected are in use.</summary>
    public string? FormerKeyCertificate { get; set; }

    public TimeSpan Inactivity => TimeSpan.FromMinutes(InactivityMinutes);

    public TimeSpan Warning => TimeSpan.FromMinutes(WarnMinutes);

    public TimeSpan Longest => TimeSpan.FromHours(LongestHours);

    /// <summary>The roles that what the provider says of somebody gives her here.</summary>
    public Roles RolesOf(IEnumerable<string> appRoles, IEnumerable<string> groups) =>
        Of(AppRoles, appRoles) | Of(Groups, groups);

    private static Roles Of(Dictionary<string, Roles> mapping, IEnumerable<string> claims) =>
        claims.Aggregate(Roles.None, (roles, claim) => roles | mapping.GetValueOrDefault(claim));
}
