using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>When and where a talk is to be held, as a form takes it.</summary>
public class MeetingInput
{
    [Required]
    public DateOnly? PlannedOn { get; set; }

    /// <summary>Empty: the day alone is agreed.</summary>
    public TimeOnly? StartsAt { get; set; }

    [Required]
    [Range(5, 600)]
    public int? Minutes { get; set; } = Evaluation.UsualMinutes;

    [StringLength(Evaluation.LongestPlace)]
    public string? Place { get; set; }

    [StringLength(Evaluation.LongestPlace)]
    public string? VideoLink { get; set; }

    internal Evaluation.Meeting Meeting(DateOnly otherwise) => new(PlannedOn ?? otherwise, StartsAt, Minutes ?? Evaluation.UsualMinutes, Place, VideoLink);
}
