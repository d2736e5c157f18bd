namespace Apprentices.Domain;

/// <summary>What of a person is kept so that nobody reads it in passing.</summary>
public enum SensitiveKind
{
    /// <summary>What she needs so that the training is arranged for her (tilretteleggingsbehov); may speak of health.</summary>
    FacilitationNeeds,

    /// <summary>Her day of birth; where the employer insists.</summary>
    BirthDate,

    /// <summary>Her national identity number; where the employer insists.</summary>
    NationalId,
}

/// <summary>
/// Marks a column that is sealed before it reaches the database and read by its own use case alone: it is in no list, search, export,
/// history, mail, log or answer of the API. A test holds that nobody else touches it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SealedColumnAttribute : Attribute;

/// <summary>One sensitive thing about an apprentice, sealed under a key that is not in the database.</summary>
public sealed class SensitiveFact : IVersioned
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    private SensitiveFact() { }

    public SensitiveFact(Guid apprenticeshipId, SensitiveKind kind) => (ApprenticeshipId, Kind) = (apprenticeshipId, kind);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [NotPersonal]
    public SensitiveKind Kind { get; private set; }

    /// <summary>The text as it is kept: nothing without the key, and nothing in another record's place.</summary>
    [SealedColumn]
    [Personal(PersonalCategory.Sensitive, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public byte[] Content { get; private set; } = [];

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? SavedById { get; private set; }
    public Person? SavedBy { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset SavedAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>Another text, sealed.</summary>
    public void Keep(byte[] content, Guid byId, DateTimeOffset at) => (Content, SavedById, SavedAt) = (content, byId, at);

    /// <summary>The one who saved it was entered twice herself: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => SavedById = keptPersonId;
}
