using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>What is kept sealed about apprentices, and where the keys are. The employer decides each; nothing more is asked for than it needs.</summary>
public sealed class SensitiveSettings : IValidatableObject
{
    /// <summary>The folder of the keys, outside the database and of the same content for every instance; empty: beside it, below the data folder.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>Whether what an apprentice needs so that her training is arranged for her may be kept.</summary>
    public bool FacilitationNeeds { get; set; } = true;

    public bool BirthDate { get; set; }

    public bool NationalId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BirthDate && NationalId)
        {
            yield return new ValidationResult("is said by the national identity number already; keep one of the two.", [nameof(BirthDate)]);
        }
    }
}
