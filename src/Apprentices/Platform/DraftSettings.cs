using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>What is typed and not saved.</summary>
public sealed class DraftSettings
{
    /// <summary>How many days a draft is kept after it was last typed in.</summary>
    [Range(1, 365, ErrorMessage = "must be from 1 to 365.")]
    public int KeepDays { get; set; } = 30;
}
