namespace Apprentices.Domain;

/// <summary>What a file is, by its content and not by its name.</summary>
public enum AttachmentKind
{
    Image,
    Pdf,

    /// <summary>A text, a spreadsheet or a presentation of an office program.</summary>
    Document,
}

/// <summary>
/// A picture or document that goes with a log entry. Its bytes lie apart (<see cref="AttachmentContent"/>). Until the entry is saved
/// it belongs to the draft, and only the one who added it sees it.
/// </summary>
public sealed class Attachment
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 200;

    private Attachment() { }

    public Attachment(
        Guid apprenticeshipId, Guid addedById, DateTimeOffset at, string name, AttachmentKind kind, string mediaType, long size, string sha256, AttachmentContent content) =>
        (ApprenticeshipId, AddedById, AddedAt, Name, Kind, MediaType, Size, Sha256, Content) = (apprenticeshipId, addedById, at, name, kind, mediaType, size, sha256, content);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The entry it goes with; empty while that is a draft.</summary>
    [NotPersonal]
    public Guid? LogEntryId { get; private set; }
    public LogEntry? LogEntry { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid AddedById { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset AddedAt { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Name { get; private set; } = "";

    [NotPersonal]
    public AttachmentKind Kind { get; private set; }

    [NotPersonal]
    public string MediaType { get; private set; } = "";

    /// <summary>In bytes, as stored.</summary>
    [NotPersonal]
    public long Size { get; private set; }

    /// <summary>Of the bytes as stored, in hexadecimal.</summary>
    [NotPersonal]
    public string Sha256 { get; private set; } = "";

    /// <summary>Of a picture, in pixels.</summary>
    [NotPersonal]
    public int? Width { get; init; }

    [NotPersonal]
    public int? Height { get; init; }

    public AttachmentContent Content { get; private set; } = null!;

    /// <summary>The person was entered twice: the file now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => AddedById = keptPersonId;
}

/// <summary>The bytes of a file, and of a picture its small version; apart from the file's own row, so that lists never read them.</summary>
public sealed class AttachmentContent
{
    private AttachmentContent() { }

    public AttachmentContent(byte[] bytes, byte[]? thumbnail) => (Bytes, Thumbnail) = (bytes, thumbnail);

    /// <summary>The file's key.</summary>
    public Guid AttachmentId { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Of a picture, a small version as JPEG, PNG or WebP; empty where the browser made none.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public byte[]? Thumbnail { get; private set; }
}
