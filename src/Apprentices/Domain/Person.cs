using System.Linq.Expressions;

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

    /// <summary>The roles that her account at the identity provider gave when she last signed in.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Roles MappedRoles { get; private set; }

    /// <summary>Those of <see cref="Roles" /> that she has by her account alone; the others were given here.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Roles OnlyMappedRoles { get; private set; }

    /// <summary>Since when she may not come in; what she did keeps her name.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset? DeactivatedAt { get; private set; }

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

    /// <summary>The one definition of "may come in", in SQL and in memory.</summary>
    public static Expression<Func<Person, bool>> IsActive { get; } = person => person.DeactivatedAt == null;

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

    /// <summary>The roles she was given here, whatever her account says.</summary>
    public Roles GivenRoles => Roles & ~OnlyMappedRoles;

    public void Grant(Roles roles) => HaveRoles(GivenRoles | roles, MappedRoles);

    /// <summary>Takes what was given here. What her account gives as well, she keeps.</summary>
    public void Revoke(Roles roles) => HaveRoles(GivenRoles & ~roles, MappedRoles);

    /// <summary>Her account gives these roles now, and no others.</summary>
    public void Map(Roles roles) => HaveRoles(GivenRoles, roles);

    public void Deactivate(DateTimeOffset at) => DeactivatedAt ??= at;

    public void Reactivate() => DeactivatedAt = null;

    private void HaveRoles(Roles given, Roles mapped) => (Roles, MappedRoles, OnlyMappedRoles) = (given | mapped, mapped, mapped & ~given);
}
