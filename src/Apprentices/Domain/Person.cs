namespace Apprentices.Domain;

/// <summary>Somebody the app knows: an apprentice, a supervisor, HR or an administrator. Entered once, whatever the roles.</summary>
public sealed class Person : IVersioned
{
    private Person() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Identity, PersonalPurpose.Training, PersonalRetention.WithThePerson, ArchiveValue.Documentation)]
    public string GivenName { get; private set; } = "";

    [Personal(PersonalCategory.Identity, PersonalPurpose.Training, PersonalRetention.WithThePerson, ArchiveValue.Documentation)]
    public string FamilyName { get; private set; } = "";

    /// <summary>Where mail goes, in lower case. One person, one address.</summary>
    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string Email { get; private set; } = "";

    [Personal(PersonalCategory.Contact, PersonalPurpose.Training, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string? Phone { get; private set; }

    /// <summary>The written form the person reads screens and mails in.</summary>
    [Personal(PersonalCategory.Preference, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Language Language { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Roles Roles { get; private set; }

    /// <summary>What lists are sorted by: family name, then given name.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string SortName { get; private set; } = "";

    /// <summary>What a search looks in: given name, family name and address.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string SearchText { get; private set; } = "";

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>Given and family name as one is addressed.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>Enters somebody.</summary>
    /// <exception cref="RuleException">A name or the address is missing or malformed.</exception>
    public static Person Enter(string givenName, string familyName, string email, Language language, Roles roles = Roles.None)
    {
        var person = new Person { Language = language, Roles = roles };
        person.Rename(givenName, familyName, email);
        return person;
    }

    /// <summary>Corrects name and address.</summary>
    /// <exception cref="RuleException">A name or the address is missing or malformed.</exception>
    public void Rename(string givenName, string familyName, string email)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(givenName), RuleTexts.GivenNameMissing);
        Rule.Require(!string.IsNullOrWhiteSpace(familyName), RuleTexts.FamilyNameMissing);
        Rule.Require(EmailAddress.IsValid(email), RuleTexts.EmailMalformed);

        GivenName = givenName.Trim();
        FamilyName = familyName.Trim();
        Email = EmailAddress.Normalize(email);
        SortName = $"{SortKey.For(FamilyName)} {SortKey.For(GivenName)}";
        SearchText = SortKey.Plain($"{FullName} {Email}");
    }

    public void Speak(Language language) => Language = language;

    public void Reach(string? phone) => Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();

    public void Grant(Roles roles) => Roles |= roles;

    public void Revoke(Roles roles) => Roles &= ~roles;
}
