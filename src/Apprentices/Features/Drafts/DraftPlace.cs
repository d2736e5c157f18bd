namespace Apprentices.Features.Drafts;

/// <summary>The names of the places where drafts are typed: what is written, and about which row.</summary>
public static class DraftPlace
{
    public static string LogOf(Guid apprenticeshipId) => $"log/{apprenticeshipId}";

    public static string LogEntry(Guid entryId) => $"log-entry/{entryId}";

    public static string RatingOf(Guid plannedGoalId) => $"rating/{plannedGoalId}";

    public static string TalkSummary(Guid evaluationId) => $"talk/{evaluationId}";

    public static string HandOverOf(Guid placementId) => $"hand-over/{placementId}";

    public static string WaivingOf(Guid evaluationId) => $"waiving/{evaluationId}";

    public static string ReasonOf(Guid apprenticeshipId, string what) => $"change/{apprenticeshipId}/{what}";
}
