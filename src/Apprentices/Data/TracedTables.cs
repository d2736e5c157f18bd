using Apprentices.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>How the changes of a table are traced.</summary>
/// <param name="Audience">Who may read them.</param>
/// <param name="IsTold">Whether added rows are told with their columns; otherwise only how many, as they are reckoned from elsewhere.</param>
public sealed record TracedTable(TraceAudience Audience, bool IsTold = true);

/// <summary>Which tables have a change history and which have none, and why: one list, and a test that it is whole.</summary>
public static class TracedTables
{
    private static readonly TracedTable OfRecord = new(TraceAudience.Record);
    private static readonly TracedTable OfTalks = new(TraceAudience.Talks);
    private static readonly TracedTable OfHr = new(TraceAudience.Hr);

    public static IReadOnlyDictionary<Type, TracedTable> Traced { get; } = new Dictionary<Type, TracedTable>
    {
        [typeof(Apprenticeship)] = OfRecord,
        [typeof(Assignment)] = OfRecord,
        [typeof(PlannedGoal)] = OfRecord with { IsTold = false },
        [typeof(PlannedTask)] = OfRecord with { IsTold = false },
        [typeof(PlanEdition)] = OfRecord,
        [typeof(Placement)] = OfRecord,
        [typeof(GoalRating)] = OfRecord,
        [typeof(Observation)] = OfRecord,
        [typeof(Evaluation)] = OfRecord with { IsTold = false },
        [typeof(EvaluationSignature)] = OfRecord,
        [typeof(TalkParticipant)] = OfRecord,
        [typeof(RecordEntry)] = OfRecord,
        [typeof(Interruption)] = OfRecord,
        [typeof(WorkplacePeriod)] = OfRecord,
        [typeof(TrackedDuty)] = OfRecord with { IsTold = false },
        [typeof(TestAttempt)] = OfRecord,
        [typeof(TestAgreement)] = OfRecord,
        [typeof(HeldCredential)] = OfRecord,
        [typeof(MissingSubject)] = OfRecord,
        [typeof(AuditedRecord)] = OfRecord,
        [typeof(AgreedAction)] = OfTalks,
        [typeof(TalkMove)] = OfTalks,
        [typeof(SealedTalk)] = OfTalks,
        [typeof(EvaluationAddendum)] = OfTalks,
        [typeof(LogEntry)] = new(TraceAudience.Owner),
        [typeof(LogEvent)] = new(TraceAudience.Owner),
        [typeof(Attachment)] = new(TraceAudience.Owner),
        [typeof(Person)] = new(TraceAudience.OwnerAndHr),
        [typeof(Leave)] = new(TraceAudience.OwnerAndHr),

        // That it was kept, rewritten or removed, and by whom; its content is never said. Who else may open one meets it there.
        [typeof(SensitiveFact)] = new(TraceAudience.OwnerAndHr),
        [typeof(EntryReason)] = OfHr,
        [typeof(Workplace)] = OfHr,
        [typeof(PlanTemplate)] = OfHr,
        [typeof(TemplateTask)] = OfHr,
        [typeof(TemplateEdition)] = OfHr,
        [typeof(EvaluationForm)] = OfHr,
        [typeof(EvaluationFormEdition)] = OfHr,
        [typeof(LogSetting)] = OfHr,
        [typeof(CountySetting)] = OfHr,
        [typeof(ChecklistPoint)] = OfHr,
        [typeof(OfficeTask)] = OfHr,
        [typeof(TrainingApproval)] = OfHr,
        [typeof(ReminderSetting)] = OfHr,
        [typeof(ReminderText)] = OfHr,
        [typeof(TestSetting)] = OfHr,
        [typeof(Credential)] = OfHr,
        [typeof(AccessToken)] = OfHr,
        [typeof(HrLimit)] = OfHr,
        [typeof(HrUnit)] = OfHr,
        [typeof(AuditGrant)] = OfHr,
        [typeof(ProviderAccount)] = OfHr,
        [typeof(Invitation)] = OfHr,
    };

    /// <summary>The ties between two rows, by the name of their table, with the row that holds the list: a tie is told as a change of that row.</summary>
    public static IReadOnlyDictionary<string, Type> Ties { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["PlannedTaskGoal"] = typeof(PlannedTask),
        ["PlannedGoalPredecessor"] = typeof(PlannedGoal),
        ["ObservationGoal"] = typeof(Observation),
        ["LogEntryGoal"] = typeof(LogEntry),
        ["LogEntryTask"] = typeof(LogEntry),
    };

    public static IReadOnlyDictionary<Type, string> Untraced { get; } = new Dictionary<Type, string>
    {
        [typeof(Curriculum)] = "published by the state; what came in is kept as editions",
        [typeof(CurriculumEdition)] = "a curriculum as it came in, added and never changed",
        [typeof(MainArea)] = "part of a curriculum",
        [typeof(Goal)] = "part of a curriculum",
        [typeof(GrepElement)] = "published by the state",
        [typeof(EvaluationPreparation)] = "saved as one types, until the talk is held and sealed",
        [typeof(EvaluationAnswer)] = "saved as one types, until the talk is held and sealed",
        [typeof(TalkBlock)] = "saved as one types, until the talk is held and sealed",
        [typeof(BlockSuggestion)] = "saved as one types, until the talk is held and sealed",
        [typeof(IssuedDocument)] = "the hash of a file, added and never changed",
        [typeof(TalkMail)] = "the outbox",
        [typeof(Reminder)] = "the outbox",
        [typeof(ReminderMail)] = "the outbox",
        [typeof(InvitationMail)] = "the outbox",
        [typeof(UserSession)] = "a sign-in, which ends by itself",
        [typeof(SpentMark)] = "what a provider sent and may not send again",
        [typeof(DataProtectionKey)] = "keys the program makes and changes itself",
        [typeof(Draft)] = "what somebody is typing",
        [typeof(PutOff)] = "what somebody set aside for herself until tomorrow",
        [typeof(NotificationChoice)] = "how somebody wants to be told, hers alone",
        [typeof(FeedAddress)] = "a secret of one's own; it is replaced, not changed",
        [typeof(MailPause)] = "a switch of whoever operates the program; its jobs say what they did",
        [typeof(JobRun)] = "what a job did, kept by itself",
        [typeof(JobState)] = "the lease of a job",
        [typeof(Installation)] = "decided once, at the first start",
        [typeof(AttachmentContent)] = "the bytes of a file; its hash is traced with the file",
        [typeof(TalkOpening)] = "openings of talks from before there were traces; moved into them",
        [typeof(TracePerson)] = "part of the traces, with a mark of its own",
        [typeof(AccessTrace)] = "a trace",
        [typeof(ChangeTrace)] = "a trace",
        [typeof(TraceRemoval)] = "a trace",
        [typeof(SealedTrace)] = "the seal of the traces",
        [typeof(TraceSeal)] = "the seal of the traces",
    };
}
