namespace Apprentices.Domain;

/// <summary>
/// What somebody has typed and not yet saved, kept as it is typed. Only its author reads it. Where she types in one place on two
/// devices there are two: neither writes over what it has not seen.
/// </summary>
public sealed class Draft
{
    private Draft() { }

    public Draft(Guid authorId, string place) => (AuthorId, Place) = (authorId, place);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid AuthorId { get; private set; }

    /// <summary>Where it was typed, for instance "log/{apprenticeship}".</summary>
    [NotPersonal]
    public string Place { get; private set; } = "";

    /// <summary>The form as JSON.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public string Content { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>How often it was kept: a form that has seen an older state does not write over it.</summary>
    [NotPersonal]
    public int Version { get; private set; }

    public void Keep(string content, DateTimeOffset at) => (Content, SavedAt, Version) = (content, at, Version + 1);
}
