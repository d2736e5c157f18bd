using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Apprentices.Domain;

/// <summary>What a token opens.</summary>
public enum AccessScope
{
    /// <summary>Asking the API what would fall due, and what it takes to ask. Nothing about anybody.</summary>
    WhatIf,

    /// <summary>The list of the apprenticeships its person may take away.</summary>
    Apprenticeships,

    /// <summary>The list of what falls due on them.</summary>
    Deadlines,
}

/// <summary>Where a token stands on a day.</summary>
public enum AccessTokenState
{
    Valid,
    ExpiresSoon,
    Expired,
    Revoked,
}

/// <summary>
/// What another program shows in place of signing in. It is a system's and acts for no person, or it is a person's own and opens of its
/// scope what she may see at that moment, and nothing once she may see nothing. The secret is told once, when it is made; only its hash is
/// kept, so that whoever reads the database cannot use it.
/// </summary>
public sealed class AccessToken
{
    /// <summary>How every secret begins, so that one is known where it should not be: in a file, a log, a chat.</summary>
    public const string Mark = "appr_";

    public const int LongestName = 100;

    /// <summary>How many of her own a person may have at a time that can be used.</summary>
    public const int MostOwn = 10;

    /// <summary>The longest a token may last, in years.</summary>
    public const int MostYears = 2;

    /// <summary>From so many days before its last day a token counts as expiring soon.</summary>
    public const int SoonDays = 30;

    private const int SecretBytes = 32;
    private const int VisibleLetters = 6;
    private static readonly int SecretLength = Mark.Length + Base64Url.GetEncodedLength(SecretBytes);

    private AccessToken() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose own it is; nobody's where it is a system's.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>What it is for: a system, not a person.</summary>
    [NotPersonal]
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the secret. The secret is 256 random bits, so a plain hash cannot be searched.</summary>
    [NotPersonal]
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>How the secret begins: enough to tell one from another, too little to use.</summary>
    [NotPersonal]
    public string Prefix { get; private set; } = "";

    [NotPersonal]
    public AccessScope Scope { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Empty where it was made on the command line.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid? CreatedById { get; private set; }
    public Person? CreatedBy { get; private set; }

    /// <summary>The last day it can be used.</summary>
    [NotPersonal]
    public DateOnly ExpiresOn { get; private set; }

    [NotPersonal]
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The last day it was used.</summary>
    [NotPersonal]
    public DateOnly? LastUsedOn { get; private set; }

    /// <summary>The last day unless another is asked for.</summary>
    public static DateOnly UsualExpiry(DateOnly today) => today.AddYears(1);

    /// <summary>The last day of a person's own unless another is asked for.</summary>
    public static DateOnly UsualOwnExpiry(DateOnly today) => today.AddDays(90);

    /// <summary>Makes a token, and the secret that nobody is told a second time.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scope">What it opens; about people, only a person's own.</param>
    /// <param name="expiresOn">The last day it can be used.</param>
    /// <param name="createdById">Who makes it; nobody on the command line.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The office's day.</param>
    /// <param name="isOwn">Whether it is hers who makes it.</param>
    /// <exception cref="RuleException">The name is missing or too long, the last day is past or too far ahead, or the scope is no system's.</exception>
    public static (AccessToken Token, string Secret) Create(
        string? name, AccessScope scope, DateOnly expiresOn, Guid? createdById, DateTimeOffset at, DateOnly today, bool isOwn = false)
    {
        Rule.Require(isOwn ? createdById is not null : scope == AccessScope.WhatIf, RuleTexts.TokenScopeIsPersonal);
        Rule.Require(!string.IsNullOrWhiteSpace(name), RuleTexts.TokenNameMissing);
        Rule.Require(name!.Trim().Length <= LongestName, RuleTexts.TokenNameTooLong);
        Rule.Require(expiresOn >= today && expiresOn <= today.AddYears(MostYears), RuleTexts.TokenExpiryOutOfRange);

        var secret = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var token = new AccessToken
        {
            PersonId = isOwn ? createdById : null,
            Name = name.Trim(),
            SecretHash = HashOf(secret),
            Prefix = secret[..(Mark.Length + VisibleLetters)],
            Scope = scope,
            CreatedAt = at,
            CreatedById = createdById,
            ExpiresOn = expiresOn,
        };
        return (token, secret);
    }

    /// <summary>Whether a text could be a secret at all. What could not is looked up nowhere.</summary>
    public static bool LooksLikeSecret(string text) =>
        text.Length == SecretLength && text.StartsWith(Mark, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Mark.Length));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <summary>Whether a hash is this token's, in the same time whatever the answer.</summary>
    public bool Has(byte[] hash) => CryptographicOperations.FixedTimeEquals(SecretHash, hash);

    public AccessTokenState StateOn(DateOnly today) =>
        RevokedAt is not null ? AccessTokenState.Revoked
        : ExpiresOn < today ? AccessTokenState.Expired
        : ExpiresOn <= today.AddDays(SoonDays) ? AccessTokenState.ExpiresSoon
        : AccessTokenState.Valid;

    public bool IsUsableOn(DateOnly today) => StateOn(today) is AccessTokenState.Valid or AccessTokenState.ExpiresSoon;

    /// <summary>Ends it at once and for good. A second time changes nothing.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    /// <returns>Whether this is news: a day is noted once, however often the token is used on it.</returns>
    public bool NoteUse(DateOnly today)
    {
        var isNews = LastUsedOn is null || LastUsedOn < today;
        LastUsedOn = isNews ? today : LastUsedOn;
        return isNews;
    }

    /// <summary>
    /// The one who made it was entered twice: it now names the one that is kept. Her own ends, because whoever holds it would be let in to
    /// what the other may see.
    /// </summary>
    public void MoveTo(Guid keptPersonId, DateTimeOffset at)
    {
        CreatedById = keptPersonId;
        if (PersonId is not null)
        {
            PersonId = keptPersonId;
            Revoke(at);
        }
    }
}
