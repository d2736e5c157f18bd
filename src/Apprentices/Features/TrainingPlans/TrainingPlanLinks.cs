namespace Apprentices.Features.TrainingPlans;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class TrainingPlanLinks
{
    public const string Plan = "/plan";

    /// <summary>One's own plan, opened at a goal.</summary>
    public static string OwnGoal(Guid goalId) => $"/plan?goal={goalId}#goal-{goalId}";

    /// <summary>An apprentice's plan, opened at a goal.</summary>
    public static string Goal(Guid apprenticeshipId, Guid goalId) => $"/apprenticeships/{apprenticeshipId}/plan?goal={goalId}#goal-{goalId}";
}
