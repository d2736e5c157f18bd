using System.Net.Mail;

namespace Apprentices.Domain;

/// <summary>An e-mail address as people type it and as the app compares it.</summary>
public static class EmailAddress
{
    /// <summary>The longest address SMTP carries (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    /// <summary>
    /// One address and nothing else: no display name, no line break, a dot in the domain. Before the @ only ASCII: hardly any
    /// mail server takes more (RFC 6531), and an å there is a slip of the pen.
    /// </summary>
    public static bool IsValid(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length is > 0 and <= MaxLength
            && !trimmed.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is ',' or ';' or '<' or '>')
            && MailAddress.TryCreate(trimmed, out var address)
            && address.Address == trimmed
            && address.User.All(char.IsAscii)
            && address.Host.Contains('.', StringComparison.Ordinal);
    }

    public static string Normalize(string text) => text.Trim().ToLowerInvariant();
}
