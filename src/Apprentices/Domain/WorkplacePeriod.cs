namespace Apprentices.Domain;

/// <summary>Where an apprentice works from a day until her next workplace. It follows the entries of the record.</summary>
public sealed class WorkplacePeriod : IVersioned
{
    private WorkplacePeriod() { }

    internal WorkplacePeriod(Guid entryId) => EntryId = entryId;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The entry that says so; empty for the one the contract began with.</summary>
    [NotPersonal]
    public Guid EntryId { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly FromOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid WorkplaceId { get; private set; }
    public Workplace Workplace { get; private set; } = null!;

    [NotPersonal]
    public int Version { get; private set; }

    internal void Follow(Since<Guid> period) => (FromOn, WorkplaceId) = (period.FromOn, period.Value);
}
