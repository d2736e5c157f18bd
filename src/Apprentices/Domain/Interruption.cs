namespace Apprentices.Domain;

/// <summary>
/// A break in the training: its days, both inclusive, and how much of the training is away. Why is not held here.
/// It moves dates only as far as the county has consented to it (opplæringslova § 7-2). It follows the entries of the record.
/// </summary>
public sealed class Interruption : IVersioned
{
    private Interruption() { }

    /// <param name="id">The id of the entry that began it.</param>
    internal Interruption(Guid id) => Id = id;

    public Guid Id { get; private set; }
    public Guid ApprenticeshipId { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day; empty while nobody knows it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? EndsOn { get; private set; }

    /// <summary>How much is away, 1-100 %. 100 is a full break.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int Percent { get; private set; }

    /// <summary>The day of the county's consent; empty while it is awaited.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? CountyConsentOn { get; private set; }

    /// <summary>The last day as the county consented to it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? ConsentedEndsOn { get; private set; }

    /// <summary>Whether the training is to last longer by it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public bool Prolongs { get; private set; } = true;

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The break as the calendar of half-years counts it; nothing while the county's consent is awaited.</summary>
    public Break? ThatMovesDates => CountyConsentOn is not null && ConsentedEndsOn is { } to ? new Break(StartsOn, to, Percent) : null;

    /// <summary>Whether it lasts on a day.</summary>
    public bool Contains(DateOnly day) => StartsOn <= day && (EndsOn is null || day <= EndsOn);

    internal void Follow(ContractBreak away) => (StartsOn, EndsOn, Percent, CountyConsentOn, ConsentedEndsOn, Prolongs) = (
        away.FromOn, away.ToOn, away.Percent, away.ConsentOn, away.ConsentedToOn, away.Prolongs);
}
