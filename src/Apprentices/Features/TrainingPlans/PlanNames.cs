using Apprentices.Domain;

namespace Apprentices.Features.TrainingPlans;

/// <summary>What a plan's tasks mean by a workplace or a role: the place's name, and whoever has the role.</summary>
public sealed record PlanNames(IReadOnlyList<PlanNames.Place> Workplaces, string Apprentice, string? Instructor, string? TrainingManager)
{
    public sealed record Place(Guid Id, string Name);

    /// <summary>Where it is done; empty: wherever she is.</summary>
    public string? Where(TaskTerms terms) => Workplaces.FirstOrDefault(place => place.Id == terms.WorkplaceId)?.Name;

    /// <summary>Who sees to it: by name where somebody has the role, else the role.</summary>
    public string Who(TaskTerms terms) => terms.Responsible switch
    {
        TaskResponsible.Instructor => Instructor ?? TrainingPlanTexts.TheInstructorRole,
        TaskResponsible.TrainingManager => TrainingManager ?? TrainingPlanTexts.TheManagerRole,
        TaskResponsible.Apprentice => Apprentice,
        _ => terms.ResponsibleName ?? "",
    };
}
