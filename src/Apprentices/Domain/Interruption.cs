namespace Apprentices.Domain;

/// <summary>
/// A break in the training: its days, both inclusive, and how much of the training is away. Why is not held here.
/// It moves dates only once the county has consented to it (opplæringslova § 7-2).
/// </summary>
public sealed class Interruption : IVersioned
{
    private Interruption() { }

    internal Interruption(DateOnly startsOn, DateOnly endsOn, int percent, DateOnly? countyConsentOn) =>
        (StartsOn, EndsOn, Percent, CountyConsentOn) = (startsOn, endsOn, percent, countyConsentOn);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly StartsOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly EndsOn { get; private set; }

    /// <summary>How much is away, 1-100 %. 100 is a full break.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int Percent { get; private set; }

    /// <summary>The day of the county's consent; empty while it is awaited.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? CountyConsentOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The break as the calendar of half-years counts it; nothing while the county's consent is awaited.</summary>
    public Break? ThatMovesDates => CountyConsentOn is null ? null : new Break(StartsOn, EndsOn, Percent);
}
