namespace Apprentices.Domain;

/// <summary>What kind of personal data a column holds (GDPR article 4; health and the like article 9).</summary>
public enum PersonalCategory
{
    /// <summary>Who somebody is: name, and what it is found by.</summary>
    Identity,

    /// <summary>How somebody is reached.</summary>
    Contact,

    /// <summary>The contract, its days and who follows it up.</summary>
    Employment,

    /// <summary>How somebody learns: levels, log, what is assessed.</summary>
    Assessment,

    /// <summary>The confidential content of a talk.</summary>
    TalkContent,

    /// <summary>What may speak of health or family (GDPR article 9): why somebody is away. For HR alone.</summary>
    Sensitive,

    /// <summary>How somebody wants the app to look and speak.</summary>
    Preference,

    /// <summary>What somebody did in the app, and when.</summary>
    Trace,
}

/// <summary>Why the employer holds it (GDPR article 5 no. 1 b).</summary>
public enum PersonalPurpose
{
    /// <summary>Training according to contract and curriculum (opplæringslova §§ 7-6, 7-10).</summary>
    Training,

    /// <summary>Assessment during training (opplæringsforskrifta §§ 9-6, 9-11, 9-13).</summary>
    Assessment,

    /// <summary>Reaching the people concerned in time.</summary>
    Notification,

    /// <summary>Letting people use the app: sign-in, language, drafts.</summary>
    Operation,

    /// <summary>Being able to show who read and changed what (GDPR articles 5 no. 2 and 32).</summary>
    Accountability,
}

/// <summary>How long it is kept.</summary>
public enum PersonalRetention
{
    /// <summary>As long as the person's apprenticeship record is.</summary>
    WithTheRecord,

    /// <summary>Until the employer's retention period after the last contract's end has passed.</summary>
    WithThePerson,

    /// <summary>Some weeks; see the settings.</summary>
    Weeks,

    /// <summary>Some months; see the settings.</summary>
    Months,
}

/// <summary>Whether it belongs in the archive (arkivlova § 5).</summary>
public enum ArchiveValue
{
    /// <summary>Not worth keeping; may be destroyed when it has served its purpose.</summary>
    None,

    /// <summary>Documents what the employer did; handed to the archive before it is deleted here.</summary>
    Documentation,
}

/// <summary>
/// Says what a personal column is. Together they are the catalogue that access requests, deletion, masking and archive
/// export go by; a test lets no personal column go untagged.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(
    PersonalCategory category, PersonalPurpose purpose, PersonalRetention retention, ArchiveValue archive) : Attribute
{
    /// <summary>What kind of data it is.</summary>
    public PersonalCategory Category { get; } = category;

    /// <summary>Why it is held.</summary>
    public PersonalPurpose Purpose { get; } = purpose;

    /// <summary>How long it is kept.</summary>
    public PersonalRetention Retention { get; } = retention;

    /// <summary>Whether it goes to the archive.</summary>
    public ArchiveValue Archive { get; } = archive;
}

/// <summary>Marks a column that says nothing about a person on its own: keys, numbers of order, version counters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute : Attribute;
