namespace Apprentices.Domain;

/// <summary>
/// Links an account at the identity provider to a person, once: whoever signs in there and shows the secret is her. The secret is
/// told once, when it is made; only its hash is kept.
/// </summary>
public sealed class Invitation
{
    private Invitation() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whom it is for.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>SHA-256 of the secret.</summary>
    [NotPersonal]
    public byte[] SecretHash { get; private set; } = [];

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateTimeOffset CreatedAt { get; private set; }

    [NotPersonal]
    public DateTimeOffset ExpiresAt { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Makes one, and the secret that nobody is told a second time.</summary>
    public static (Invitation Invitation, string Secret) Create(Guid personId, DateTimeOffset at, TimeSpan lasts)
    {
        var invitation = new Invitation { PersonId = personId };
        return (invitation, invitation.Renew(at, lasts));
    }

    /// <summary>Gives it another secret and its whole time; the one before opens nothing from then on.</summary>
    public string Renew(DateTimeOffset at, TimeSpan lasts)
    {
        var secret = Secret.Make();
        (SecretHash, CreatedAt, ExpiresAt) = (Secret.HashOf(secret), at, at + lasts);
        return secret;
    }

    public bool IsUsableAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt ??= at;
}
