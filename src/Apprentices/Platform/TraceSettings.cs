using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>How the traces of what is read and changed are kept and sealed.</summary>
public sealed class TraceSettings : IValidatableObject
{
    /// <summary>
    /// The secret of the traces, 32 bytes in base64, where it is given by the environment (Traces__Key). Several, parted by spaces:
    /// the last makes what is new. Empty: it is read from the file.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The file of the secret, a line each; empty: traces.key in the data folder, made at the first start.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The file the heads of the seals are anchored in, each a line; empty: traces.anchors in the data folder.</summary>
    public string? AnchorFile { get; set; }

    /// <summary>The address of the archive, to which the heads are mailed each night as well; empty: they are not.</summary>
    public string? ArchiveAddress { get; set; }

    /// <summary>How many months it is kept who has read a record.</summary>
    [Range(1, 120, ErrorMessage = "must be from 1 to 120.")]
    public int MonthsKept { get; set; } = 12;

    /// <summary>How many months it is kept what was changed.</summary>
    [Range(1, 240, ErrorMessage = "must be from 1 to 240.")]
    public int ChangeMonthsKept { get; set; } = 60;

    /// <summary>For so many minutes the same part of the same record counts as opened once.</summary>
    [Range(0, 1440, ErrorMessage = "must be from 0 to 1440.")]
    public int CountsOnceMinutes { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(ArchiveAddress) && !EmailAddress.IsValid(ArchiveAddress))
        {
            yield return new ValidationResult("must be an e-mail address.", [nameof(ArchiveAddress)]);
        }
    }
}
