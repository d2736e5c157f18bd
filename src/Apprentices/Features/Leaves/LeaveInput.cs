using System.ComponentModel.DataAnnotations;

namespace Apprentices.Features.Leaves;

/// <summary>When somebody is away, who stands in, and which records whoever stands in may see meanwhile. Never why.</summary>
public sealed class LeaveInput
{
    [Required]
    public DateOnly? FromOn { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    public DateOnly? ToOn { get; set; }

    public Guid? DeputyId { get; set; }

    /// <summary>A tick for each record she follows up in those days.</summary>
    public IReadOnlyList<Tick> Access { get; set; } = [];

    /// <summary>The save that the form was filled from.</summary>
    public int Version { get; set; }

    /// <summary>One record, and whether the deputy sees it meanwhile.</summary>
    public sealed class Tick
    {
        /// <summary>By which she follows it up.</summary>
        public Guid AssignmentId { get; set; }

        public bool IsGiven { get; set; } = true;
    }
}
