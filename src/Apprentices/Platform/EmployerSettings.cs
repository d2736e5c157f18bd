using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>Whose apprentices they are, and what an employer must tell its users.</summary>
public sealed class EmployerSettings
{
    [Required(ErrorMessage = "must say who the employer is.")]
    public string Name { get; set; } = "Eksempeletaten";

    /// <summary>Whom to ask about the program: an address, a number or a sentence.</summary>
    [Required(ErrorMessage = "must say whom to ask.")]
    public string HelpContact { get; set; } = "hjelp@example.no";

    /// <summary>The address of the accessibility statement (tilgjengelighetserklæring); without one the text is shown.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string? AccessibilityStatementAddress { get; set; }

    /// <summary>The accessibility statement itself; blank lines part its paragraphs.</summary>
    public string? AccessibilityStatementText { get; set; }

    /// <summary>The address of the privacy notice (personvernerklæring); without one the text is shown.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "must be an address that begins with https://.")]
    public string? PrivacyNoticeAddress { get; set; }

    /// <summary>The privacy notice itself; blank lines part its paragraphs.</summary>
    public string? PrivacyNoticeText { get; set; }
}
