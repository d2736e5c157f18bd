namespace Apprentices.Features.TrainingPlans;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class TrainingPlanLinks
{
    public const string Plan = "/plan";
}
