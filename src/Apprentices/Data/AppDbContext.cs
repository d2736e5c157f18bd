using Apprentices.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Apprentices.Data;

/// <summary>The database as the app knows it; each provider derives a context of its own, with its own migrations.</summary>
public abstract class AppDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys of cookies and the like; on PostgreSQL, where several instances share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<ProviderAccount> ProviderAccounts => Set<ProviderAccount>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<InvitationMail> InvitationMails => Set<InvitationMail>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<Workplace> Workplaces => Set<Workplace>();
    public DbSet<Curriculum> Curricula => Set<Curriculum>();
    public DbSet<CurriculumEdition> CurriculumEditions => Set<CurriculumEdition>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<GrepElement> GrepElements => Set<GrepElement>();
    public DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();
    public DbSet<TemplateTask> TemplateTasks => Set<TemplateTask>();
    public DbSet<TemplateEdition> TemplateEditions => Set<TemplateEdition>();
    public DbSet<Apprenticeship> Apprenticeships => Set<Apprenticeship>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<PlannedGoal> PlannedGoals => Set<PlannedGoal>();
    public DbSet<PlannedTask> PlannedTasks => Set<PlannedTask>();
    public DbSet<PlanEdition> PlanEditions => Set<PlanEdition>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<GoalRating> GoalRatings => Set<GoalRating>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<EvaluationSignature> EvaluationSignatures => Set<EvaluationSignature>();
    public DbSet<EvaluationForm> EvaluationForms => Set<EvaluationForm>();
    public DbSet<EvaluationFormEdition> EvaluationFormEditions => Set<EvaluationFormEdition>();
    public DbSet<EvaluationPreparation> EvaluationPreparations => Set<EvaluationPreparation>();
    public DbSet<EvaluationAnswer> EvaluationAnswers => Set<EvaluationAnswer>();
    public DbSet<TalkBlock> TalkBlocks => Set<TalkBlock>();
    public DbSet<BlockSuggestion> BlockSuggestions => Set<BlockSuggestion>();
    public DbSet<AgreedAction> AgreedActions => Set<AgreedAction>();
    public DbSet<TalkParticipant> TalkParticipants => Set<TalkParticipant>();
    public DbSet<TalkMove> TalkMoves => Set<TalkMove>();
    public DbSet<SealedTalk> SealedTalks => Set<SealedTalk>();
    public DbSet<EvaluationAddendum> EvaluationAddenda => Set<EvaluationAddendum>();
    public DbSet<TalkOpening> TalkOpenings => Set<TalkOpening>();
    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();
    public DbSet<TalkMail> TalkMails => Set<TalkMail>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<LogEvent> LogEvents => Set<LogEvent>();
    public DbSet<LogSetting> LogSettings => Set<LogSetting>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();
    public DbSet<EntryReason> EntryReasons => Set<EntryReason>();
    public DbSet<WorkplacePeriod> WorkplacePeriods => Set<WorkplacePeriod>();
    public DbSet<TrackedDuty> TrackedDuties => Set<TrackedDuty>();
    public DbSet<CountySetting> CountySettings => Set<CountySetting>();
    public DbSet<ChecklistPoint> ChecklistPoints => Set<ChecklistPoint>();
    public DbSet<OfficeTask> OfficeTasks => Set<OfficeTask>();
    public DbSet<TrainingApproval> TrainingApprovals => Set<TrainingApproval>();
    public DbSet<SpentMark> SpentMarks => Set<SpentMark>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<PutOff> PutOffs => Set<PutOff>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ReminderMail> ReminderMails => Set<ReminderMail>();
    public DbSet<ReminderSetting> ReminderSettings => Set<ReminderSetting>();
    public DbSet<ReminderText> ReminderTexts => Set<ReminderText>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();
    public DbSet<Leave> Leaves => Set<Leave>();
    public DbSet<MailPause> MailPauses => Set<MailPause>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobState> JobStates => Set<JobState>();
    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<FeedAddress> FeedAddresses => Set<FeedAddress>();
    public DbSet<TestAttempt> TestAttempts => Set<TestAttempt>();
    public DbSet<TestAgreement> TestAgreements => Set<TestAgreement>();
    public DbSet<TestSetting> TestSettings => Set<TestSetting>();
    public DbSet<Credential> Credentials => Set<Credential>();
    public DbSet<HeldCredential> HeldCredentials => Set<HeldCredential>();
    public DbSet<MissingSubject> MissingSubjects => Set<MissingSubject>();
    public DbSet<HrLimit> HrLimits => Set<HrLimit>();
    public DbSet<HrUnit> HrUnits => Set<HrUnit>();
    public DbSet<AuditGrant> AuditGrants => Set<AuditGrant>();
    public DbSet<AuditedRecord> AuditedRecords => Set<AuditedRecord>();
    public DbSet<SensitiveFact> SensitiveFacts => Set<SensitiveFact>();
    public DbSet<TracePerson> TracePersons => Set<TracePerson>();
    public DbSet<AccessTrace> AccessTraces => Set<AccessTrace>();
    public DbSet<ChangeTrace> ChangeTraces => Set<ChangeTrace>();
    public DbSet<TraceRemoval> TraceRemovals => Set<TraceRemoval>();
    public DbSet<SealedTrace> SealedTraces => Set<SealedTrace>();
    public DbSet<TraceSeal> TraceSeals => Set<TraceSeal>();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountSaves();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountSaves();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new OurKeysConvention());
        configurationBuilder.ComplexProperties<LocalText>();
        configurationBuilder.ComplexProperties<OfficialText>();
        configurationBuilder.ComplexProperties<TaskTerms>();
    }

    /// <summary>A duty that left its record is due no more: it goes. Kept without a record it would read as the employer's own.</summary>
    private void DropDutiesThatFellAway()
    {
        foreach (var entry in ChangeTracker.Entries<TrackedDuty>().Where(entry => entry.State == EntityState.Modified).ToList())
        {
            if (entry.Property(duty => duty.ApprenticeshipId) is { CurrentValue: null, OriginalValue: not null })
            {
                entry.State = EntityState.Deleted;
            }
        }
    }

    private void CountSaves()
    {
        DropDutiesThatFellAway();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Property(row => row.Version).CurrentValue++;
        }
    }
}

/// <summary>Instants as UTC ticks: SQLite has no type that keeps their order.</summary>
internal sealed class InstantAsTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Instants as UTC: PostgreSQL takes no other offset.</summary>
internal sealed class InstantAsUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(), instant => instant);
