using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>The mail server (SMTP). Without a host no mail is sent; what is promised waits in the app.</summary>
public sealed class MailSettings : IValidatableObject
{
    public string? Host { get; set; }

    [Range(1, 65535, ErrorMessage = "must be a port from 1 to 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted before anything is said (STARTTLS).</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Empty where the server asks for no name.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Who the mails come from.</summary>
    public string? From { get; set; }

    /// <summary>The name beside that address.</summary>
    public string? FromName { get; set; }

    /// <summary>The address people reach the app by, which the links in mails begin with.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https:// or http://.")]
    public string PublicAddress { get; set; } = "http://localhost:5080";

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !EmailAddress.IsValid(From))
        {
            yield return new ValidationResult("must be an e-mail address when Mail:Host is set.", [nameof(From)]);
        }

        if (!string.IsNullOrEmpty(User) && string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("is needed when Mail:User is set.", [nameof(Password)]);
        }
    }
}
