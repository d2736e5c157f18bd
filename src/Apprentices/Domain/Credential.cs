namespace Apprentices.Domain;

/// <summary>A course certificate or the like that the house asks for before the final test of a trade. Retired, never deleted.</summary>
public sealed class Credential : IVersioned
{
    private Credential() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";
    public LocalText Title { get; private set; } = new("", "", "");

    /// <summary>From this day on it is not asked for any more; who has it, keeps it.</summary>
    public DateOnly? RetiredOn { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleException">The title is missing.</exception>
    public static Credential For(string curriculumCode, LocalText title)
    {
        var credential = new Credential { CurriculumCode = curriculumCode };
        credential.Call(title);
        return credential;
    }

    /// <summary>Names it. A language that is left out says what bokmål says.</summary>
    /// <exception cref="RuleException">The title is missing.</exception>
    public void Call(LocalText title)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(title.Nb), RuleTexts.TitleMissing);

        var nb = title.Nb.Trim();
        Title = new LocalText(nb, Or(title.Nn, nb), Or(title.En, nb));
    }

    public void Retire(DateOnly on) => RetiredOn ??= on;

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();
}

/// <summary>An apprentice has a certificate that her trade asks for.</summary>
public sealed class HeldCredential
{
    private HeldCredential() { }

    /// <exception cref="RuleException">The day lies ahead.</exception>
    public HeldCredential(Guid apprenticeshipId, Guid credentialId, DateOnly on, Guid? notedById, DateOnly today)
    {
        Rule.Require(on <= today, RuleTexts.DayAhead);
        (ApprenticeshipId, CredentialId, On, NotedById) = (apprenticeshipId, credentialId, on, notedById);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;
    public Guid CredentialId { get; private set; }
    public Credential Credential { get; private set; } = null!;

    /// <summary>Its day.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly On { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? NotedById { get; private set; }
    public Person? NotedBy { get; private set; }

    /// <summary>Somebody named here was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptId) => NotedById = keptId;
}

/// <summary>
/// A common core subject (fellesfag) she had not passed. What the contract says of them stays as it was written; these are noted one
/// by one, and each with the day it was passed.
/// </summary>
public sealed class MissingSubject : IVersioned
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    private MissingSubject() { }

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public MissingSubject(Guid apprenticeshipId, string name)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name), RuleTexts.TitleMissing);
        Rule.Require(name.Trim().Length <= LongestName, RuleTexts.NoteTooLong);
        (ApprenticeshipId, Name) = (apprenticeshipId, name.Trim());
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Name { get; private set; } = "";

    /// <summary>The day it was passed; empty while it is missing.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? PassedOn { get; private set; }

    /// <summary>Who noted that it was passed.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? NotedById { get; private set; }
    public Person? NotedBy { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>Notes that it was passed, or that it was noted by mistake.</summary>
    /// <exception cref="RuleException">The day lies ahead.</exception>
    public void Pass(DateOnly? on, Guid? notedById, DateOnly today)
    {
        Rule.Require(on is null || on <= today, RuleTexts.DayAhead);
        (PassedOn, NotedById) = (on, on is null ? null : notedById);
    }

    /// <summary>Somebody named here was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptId) => NotedById = keptId;
}
