using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class TrainingPlanLinks
{
    public const string Plan = "/plan";

    /// <summary>The plan of one, as a route.</summary>
    public const string Route = ApprenticeshipLinks.List + "/{id:guid}/plan";

    /// <summary>One's own plan, opened at a goal.</summary>
    public static string OwnGoal(Guid goalId) => $"/plan?goal={goalId}#goal-{goalId}";

    /// <summary>An apprentice's plan, opened at a goal.</summary>
    public static string Goal(Guid apprenticeshipId, Guid goalId) => $"/apprenticeships/{apprenticeshipId}/plan?goal={goalId}#goal-{goalId}";

    /// <summary>One's own plan on paper; a kept edition where one is named.</summary>
    public static string OwnSheet(int? edition = null) => edition is null ? $"{Plan}/print" : $"{Plan}/print?edition={edition}";

    /// <summary>A plan on paper; a kept edition where one is named.</summary>
    public static string Sheet(Guid apprenticeshipId, int? edition = null) => edition is null ? $"{PlanOf(apprenticeshipId)}/print" : $"{PlanOf(apprenticeshipId)}/print?edition={edition}";

    /// <summary>The same page in a language that need not be the reader's.</summary>
    public static string InLanguage(string sheet, string language) => $"{sheet}{(sheet.Contains('?', StringComparison.Ordinal) ? '&' : '?')}language={language}";

    /// <summary>What a template's newest edition would change in a plan.</summary>
    public static string Offer(Guid apprenticeshipId) => $"{PlanOf(apprenticeshipId)}/offer";

    /// <summary>The plan's tasks and courses, half-year by half-year.</summary>
    public static string Tasks(string plan) => $"{plan}?show=tasks";

    private static string PlanOf(Guid apprenticeshipId) => $"/apprenticeships/{apprenticeshipId}/plan";
}
