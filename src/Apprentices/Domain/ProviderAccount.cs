using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>Where an account stands.</summary>
public enum ProviderAccountState
{
    /// <summary>Nobody has said yet that it is hers: it opens nothing.</summary>
    Waiting,

    /// <summary>It signs her in.</summary>
    Linked,

    /// <summary>It was said not to be hers: it opens nothing.</summary>
    Refused,
}

/// <summary>
/// An account at the identity provider and the person it signs in, or would. It is known by issuer, tenant and object id, which the
/// provider never gives to another; its user principal name is there to be read by people.
/// </summary>
public sealed class ProviderAccount
{
    private ProviderAccount() { }

    /// <summary>An account that has shown itself and that nobody has answered for yet.</summary>
    public ProviderAccount(Guid personId, string issuer, string tenantId, string objectId, string? userPrincipalName, DateTimeOffset at) =>
        (PersonId, Issuer, TenantId, ObjectId, UserPrincipalName, SeenAt) = (personId, issuer, tenantId, objectId, userPrincipalName, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whom it signs in once it is linked.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [NotPersonal]
    public string Issuer { get; private set; } = "";

    /// <summary>Empty where the provider has no tenants.</summary>
    [NotPersonal]
    public string TenantId { get; private set; } = "";

    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string ObjectId { get; private set; } = "";

    /// <summary>As it was when the account last signed in.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public string? UserPrincipalName { get; private set; }

    /// <summary>When it first asked to come in.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset SeenAt { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset? LinkedAt { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>The one definition of "still to be answered for", in SQL and in memory.</summary>
    public static Expression<Func<ProviderAccount, bool>> IsWaiting { get; } = account => account.LinkedAt == null && account.RefusedAt == null;

    public ProviderAccountState State =>
        LinkedAt is not null ? ProviderAccountState.Linked : RefusedAt is not null ? ProviderAccountState.Refused : ProviderAccountState.Waiting;

    /// <summary>It is hers, as somebody in the house has said or as her invitation shows.</summary>
    public void LinkTo(Guid personId, DateTimeOffset at) => (PersonId, LinkedAt, RefusedAt) = (personId, at, null);

    /// <exception cref="RuleException">It is linked already.</exception>
    public void Refuse(DateTimeOffset at)
    {
        Rule.Require(State != ProviderAccountState.Linked, RuleTexts.AccountLinked);

        RefusedAt ??= at;
    }

    /// <summary>It has asked to come in again, under this name.</summary>
    public void Show(string? userPrincipalName) => UserPrincipalName = userPrincipalName ?? UserPrincipalName;

    /// <summary>Somebody is to say again that it is hers: she may more now than when that was said.</summary>
    public void AskAgain() => LinkedAt = null;

    /// <summary>Whose it is was entered twice: it now signs in the one that is kept; where that one may more, somebody is to say so again.</summary>
    public void MoveTo(Guid keptPersonId, bool asksAgain) => (PersonId, LinkedAt) = (keptPersonId, asksAgain ? null : LinkedAt);
}
