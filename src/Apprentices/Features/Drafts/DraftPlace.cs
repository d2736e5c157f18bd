namespace Apprentices.Features.Drafts;

/// <summary>The names of the places where drafts are typed: what is written, and about which row.</summary>
public static class DraftPlace
{
    public static string LogOf(Guid apprenticeshipId) => $"log/{apprenticeshipId}";

    public static string LogEntry(Guid entryId) => $"log-entry/{entryId}";

    public static string ObservationOf(Guid apprenticeshipId) => $"observation/of/{apprenticeshipId}";

    public static string Observation(Guid observationId) => $"observation/{observationId}";

    /// <summary>What is missing in an entry that is sent back.</summary>
    public static string ReturnOf(Guid entryId) => $"log-return/{entryId}";

    /// <summary>Why an approved entry is opened again.</summary>
    public static string UnlockOf(Guid entryId) => $"log-unlock/{entryId}";

    public static string RatingOf(Guid plannedGoalId) => $"rating/{plannedGoalId}";

    public static string PlanTaskOf(Guid apprenticeshipId) => $"plan-task/of/{apprenticeshipId}";

    public static string PlanTask(Guid taskId) => $"plan-task/{taskId}";

    public static string TalkSummary(Guid evaluationId) => $"talk/{evaluationId}";

    /// <summary>Something to agree on in a talk; a new one unless named.</summary>
    public static string TalkAction(Guid evaluationId, Guid? actionId) => $"talk/{evaluationId}/action/{actionId?.ToString() ?? "new"}";

    /// <summary>What somebody prepares for a talk on her own.</summary>
    public static string PreparationOf(Guid evaluationId) => $"talk-preparation/{evaluationId}";
    /// <summary>Why somebody does not sign a talk or an addendum.</summary>
    public static string RefusalOf(Guid evaluationId, int addendum) => $"talk-refusal/{evaluationId}/{addendum}";

    /// <summary>Why a signature cannot be had.</summary>
    public static string SignatureNoteOf(Guid evaluationId, int addendum, object party) => $"talk-signature/{evaluationId}/{addendum}/{party}";

    public static string AddendumOf(Guid evaluationId) => $"talk-addendum/{evaluationId}";
    /// <summary>What is to be spoken of in a talk beside what plan and actions give.</summary>
    public static string TalkAgenda(Guid evaluationId) => $"talk-agenda/{evaluationId}";

    /// <summary>Why a meeting is moved or called off.</summary>
    public static string CallingOff(Guid evaluationId) => $"talk-off/{evaluationId}";

    public static string HandOverOf(Guid placementId) => $"hand-over/{placementId}";

    public static string WaivingOf(Guid evaluationId) => $"waiving/{evaluationId}";

    /// <summary>A task of a template; a new one unless named.</summary>
    public static string TemplateTask(Guid templateId, Guid? taskId) => $"template/{templateId}/{taskId?.ToString() ?? "new"}";

    public static string ReasonOf(Guid apprenticeshipId, string what) => $"change/{apprenticeshipId}/{what}";

    public static string MoveOf(string fromCode, int fromEdition, string toCode, int toEdition) => $"move/{fromCode}/{fromEdition}/{toCode}/{toEdition}";

    /// <summary>A question of a form; a new one unless named.</summary>
    public static string FormQuestion(Guid formId, string? key) => $"form/{formId}/question/{key ?? "new"}";

    /// <summary>A part of a form; a new one unless named.</summary>
    public static string FormSection(Guid formId, string? key) => $"form/{formId}/section/{key ?? "new"}";

    /// <summary>HR's own words for what mails say of a kind of thing, in one language.</summary>
    public static string ReminderTextOf(string topic, object language) => $"reminder-text/{topic}/{language}";
}
