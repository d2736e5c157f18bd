using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Apprentices.Domain;

/// <summary>
/// The secret address at which somebody's calendar program fetches what her calendar here shows. Each has one at most. The
/// secret is told once, when it is made; only its hash is kept, so that whoever reads the database cannot use it.
/// </summary>
public sealed class FeedAddress
{
    private const int SecretBytes = 32;
    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    private FeedAddress() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose calendar it is.</summary>
    [Personal(PersonalCategory.Preference, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>SHA-256 of the secret. The secret is 256 random bits, so a plain hash cannot be searched.</summary>
    [NotPersonal]
    public byte[] SecretHash { get; private set; } = [];

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last fetched it; empty: nobody has.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>SHA-256 of what was in it then.</summary>
    [NotPersonal]
    public byte[] ContentHash { get; private set; } = [];

    /// <summary>When what is in it was first seen to be another than before.</summary>
    [NotPersonal]
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Makes an address, and the secret that nobody is told a second time.</summary>
    public static (FeedAddress Address, string Secret) Create(Guid personId, DateTimeOffset at)
    {
        var address = new FeedAddress { PersonId = personId };
        return (address, address.Renew(at));
    }

    /// <summary>Whether a text could be a secret at all. What could not is looked up nowhere.</summary>
    public static bool LooksLikeSecret(string text) => text.Length == SecretLength && Base64Url.IsValid(text);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <summary>Gives it another secret; the one before opens nothing from then on.</summary>
    public string Renew(DateTimeOffset at)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        (SecretHash, CreatedAt, FetchedAt, ContentHash, ChangedAt) = (HashOf(secret), at, null, [], at);
        return secret;
    }

    /// <summary>Somebody has fetched it, with that in it.</summary>
    public void Fetch(byte[] contentHash, DateTimeOffset at)
    {
        ChangedAt = ContentHash.AsSpan().SequenceEqual(contentHash) ? ChangedAt : at;
        (ContentHash, FetchedAt) = (contentHash, at);
    }
}
