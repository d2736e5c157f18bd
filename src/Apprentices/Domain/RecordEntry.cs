namespace Apprentices.Domain;

/// <summary>Who decided what an entry is about.</summary>
public enum Decider
{
    Employer,
    Apprentice,
    BothParties,
    County,
    TrainingOffice,
}

/// <summary>
/// One dated entry of an apprenticeship's record: what happened, who decided it, who entered it and when. Entries are added,
/// never changed and never removed on their own, so that the record can be read as it was on any day.
/// </summary>
public sealed class RecordEntry
{
    private RecordEntry() { }

    internal RecordEntry(int order, RecordChange change, Decider decidedBy, DateOnly recordedOn, Guid? recordedById) =>
        (Order, Change, DecidedBy, RecordedOn, RecordedById) = (order, change, decidedBy, recordedOn, recordedById);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The place among the entries of its record, from 1.</summary>
    [NotPersonal]
    public int Order { get; private set; }

    /// <summary>What happened.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public RecordChange Change { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Decider DecidedBy { get; private set; }

    /// <summary>The day it was entered here.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly RecordedOn { get; private set; }

    /// <summary>Who entered it; empty for an import by command and for what was here before entries were kept.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? RecordedById { get; private set; }
    public Person? RecordedBy { get; private set; }

    /// <summary>It belongs to its record from the start, not only once it is saved: a reason given with it does too.</summary>
    internal RecordEntry OfRecord(Guid apprenticeshipId)
    {
        ApprenticeshipId = apprenticeshipId;
        return this;
    }

    /// <summary>For rows that were here before entries were kept: an interruption's entry takes over its id.</summary>
    internal RecordEntry WithId(Guid id)
    {
        Id = id;
        return this;
    }

    /// <summary>The one who entered it was entered twice herself: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RecordedById = keptPersonId;
}

/// <summary>Why somebody is away from the training.</summary>
public enum InterruptionCause
{
    Leave,
    Sickness,
    Military,
    Parental,
    Other,
}

/// <summary>
/// Why an entry was made, in HR's words. It may speak of health or family and is for HR alone: nobody else reads it, no print
/// and no export has it.
/// </summary>
public sealed class EntryReason
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    private EntryReason() { }

    /// <exception cref="RuleException">The text is too long.</exception>
    public EntryReason(RecordEntry entry, InterruptionCause? cause, string? text)
    {
        Rule.Require(text is null || text.Length <= LongestText, RuleTexts.NoteTooLong);
        (EntryId, ApprenticeshipId, Cause, Text) = (entry.Id, entry.ApprenticeshipId, cause, string.IsNullOrWhiteSpace(text) ? null : text.Trim());
    }

    /// <summary>The entry it belongs to; one reason an entry.</summary>
    public Guid EntryId { get; private set; }
    public RecordEntry Entry { get; private set; } = null!;

    [NotPersonal]
    public Guid ApprenticeshipId { get; private set; }

    [Personal(PersonalCategory.Sensitive, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public InterruptionCause? Cause { get; private set; }

    [Personal(PersonalCategory.Sensitive, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? Text { get; private set; }
}
