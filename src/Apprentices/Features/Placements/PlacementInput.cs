using System.ComponentModel.DataAnnotations;
using Apprentices.Shared;

namespace Apprentices.Features.Placements;

/// <summary>A planned period as it is typed, or dropped on the timeline.</summary>
public sealed class PlacementInput : IValidatableObject
{
    [Required]
    public Guid? WorkplaceId { get; set; }

    /// <summary>Who receives her; empty: her instructor stays.</summary>
    public Guid? InstructorId { get; set; }

    [Required]
    public DateOnly? FromOn { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    public DateOnly? ToOn { get; set; }

    /// <summary>The version the form was opened with.</summary>
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FromOn > ToOn)
        {
            yield return new ValidationResult(PlacementTexts.LastBeforeFirst, [nameof(ToOn)]);
        }
    }
}
