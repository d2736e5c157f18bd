using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>When somebody counts as behind the plan, as quiet, and an entry as waiting too long.</summary>
public sealed class ProgressSettings
{
    /// <summary>How many percentage points documented may lie below expected before it is called behind.</summary>
    [Range(0, 100, ErrorMessage = "must be from 0 to 100.")]
    public int MarginPercent { get; set; } = 10;

    /// <summary>Without an entry for so many days an apprentice counts as quiet.</summary>
    [Range(1, 365, ErrorMessage = "must be from 1 to 365.")]
    public int QuietDays { get; set; } = 14;

    /// <summary>An entry that has waited for so many days has waited long.</summary>
    [Range(1, 365, ErrorMessage = "must be from 1 to 365.")]
    public int WaitingDays { get; set; } = 7;
}
