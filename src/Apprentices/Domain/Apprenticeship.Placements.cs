namespace Apprentices.Domain;

/// <content>Where she is planned to be, when, and with which instructor.</content>
public sealed partial class Apprenticeship
{
    private readonly List<Placement> placements = [];

    /// <summary>Her planned periods at workplaces.</summary>
    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>Plans a period at a workplace.</summary>
    /// <exception cref="RuleException">The days are impossible, or it would be her own instructor.</exception>
    public Placement Place(Guid workplaceId, Guid? instructorId, DateOnly fromOn, DateOnly toOn)
    {
        RequirePlacement(instructorId, fromOn, toOn);
        var placement = new Placement(workplaceId, instructorId, fromOn, toOn);
        placements.Add(placement);
        return placement;
    }

    /// <summary>Plans it otherwise.</summary>
    /// <exception cref="RuleException">As for planning one.</exception>
    public void ChangePlacement(Placement placement, Guid workplaceId, Guid? instructorId, DateOnly fromOn, DateOnly toOn)
    {
        RequirePlacement(instructorId, fromOn, toOn);
        placement.Change(workplaceId, instructorId, fromOn, toOn);
    }

    public void RemovePlacement(Placement placement) => placements.Remove(placement);

    private void RequirePlacement(Guid? instructorId, DateOnly fromOn, DateOnly toOn)
    {
        Rule.Require(toOn >= fromOn, RuleTexts.EndBeforeStart);
        Rule.Require(fromOn >= StartsOn && toOn <= EndsOn, RuleTexts.OutsideTheTraining);
        Rule.Require(instructorId != PersonId, RuleTexts.OwnSupervisor);
    }
}
