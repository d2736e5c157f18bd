using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>When somebody counts as behind the plan.</summary>
public sealed class ProgressSettings
{
    /// <summary>How many percentage points documented may lie below expected before it is called behind.</summary>
    [Range(0, 100, ErrorMessage = "must be from 0 to 100.")]
    public int MarginPercent { get; set; } = 10;
}
