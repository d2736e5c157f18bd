using Apprentices.Domain;

namespace Apprentices.Features.TrainingPlans;

/// <summary>A line of an offer and what is chosen for it. What was taken out or adapted here, is not undone unless somebody asks for it.</summary>
public sealed class OfferChoice(ShowTemplateOffer.Line line)
{
    public ShowTemplateOffer.Line Line { get; } = line;

    public bool Chosen { get; set; } = !line.Change.IsTakenOut && (line.Change.Kind != TaskDifferenceKind.Removed || line.Change.Adapted.Count == 0);

    /// <summary>Whether the plan's own parts stay where both changed the same.</summary>
    public bool KeepOwn { get; set; } = true;
}
