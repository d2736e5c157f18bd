using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>The ways mail can go.</summary>
public enum MailWay
{
    /// <summary>A mail server of the employer's.</summary>
    Smtp,

    /// <summary>Microsoft 365, by Graph.</summary>
    Graph,
}

/// <summary>How mail is sent. Without a server no mail is; what is promised waits in the app.</summary>
public sealed class MailSettings : IValidatableObject
{
    public MailWay Way { get; set; } = MailWay.Smtp;

    /// <summary>The mail server (SMTP).</summary>
    public string? Host { get; set; }

    [Range(1, 65535, ErrorMessage = "must be a port from 1 to 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted before anything is said (STARTTLS); on port 465 it is from the beginning.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Empty where the server asks for no name.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The tenant of Microsoft 365 that the mails are sent in; with Graph only, as the four below.</summary>
    public string? GraphTenantId { get; set; }

    /// <summary>The application that may send (Mail.Send).</summary>
    public string? GraphClientId { get; set; }

    public string? GraphClientSecret { get; set; }

    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string GraphAddress { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>Where the application signs in.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string GraphAuthority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>How many mails are under way at once, each over a connection of its own.</summary>
    [Range(1, 10, ErrorMessage = "must be from 1 to 10.")]
    public int Connections { get; set; } = 2;

    /// <summary>How many mails go out in a minute of the clock, whatever they are for; 0: as many as the server takes.</summary>
    [Range(0, 100_000, ErrorMessage = "must be from 0 to 100000.")]
    public int PerMinute { get; set; }

    /// <summary>So long one mail may take; shorter than a sender holds its row.</summary>
    [Range(1, 240, ErrorMessage = "must be from 1 to 240.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Who the mails come from.</summary>
    public string? From { get; set; }

    /// <summary>The name beside that address.</summary>
    public string? FromName { get; set; }

    /// <summary>The address people reach the app by, which the links in mails begin with.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https:// or http://.")]
    public string PublicAddress { get; set; } = "http://localhost:5080";

    public bool IsOn => !string.IsNullOrWhiteSpace(Way == MailWay.Graph ? GraphClientId : Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !EmailAddress.IsValid(From))
        {
            yield return new ValidationResult("must be an e-mail address when mail is sent.", [nameof(From)]);
        }

        if (Way == MailWay.Graph && IsOn && (string.IsNullOrWhiteSpace(GraphTenantId) || string.IsNullOrWhiteSpace(GraphClientSecret)))
        {
            yield return new ValidationResult(
                "is needed when Mail:GraphClientId is set.", [string.IsNullOrWhiteSpace(GraphTenantId) ? nameof(GraphTenantId) : nameof(GraphClientSecret)]);
        }

        if (Way == MailWay.Smtp && !string.IsNullOrEmpty(User) && string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("is needed when Mail:User is set.", [nameof(Password)]);
        }
    }
}
