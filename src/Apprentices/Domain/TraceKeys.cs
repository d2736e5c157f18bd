using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Apprentices.Domain;

/// <summary>
/// The keys of the traces, all derived from a secret that lies outside the database. The last secret makes what is new; earlier
/// ones still open and check what they made.
/// </summary>
public sealed class TraceKeys
{
    public const int SecretLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SaltLength = 32;

    private readonly IReadOnlyList<Ring> rings;

    /// <param name="secrets">At least one, each of <see cref="SecretLength"/> bytes.</param>
    public TraceKeys(IReadOnlyList<byte[]> secrets) => rings = [.. secrets.Select(Ring.Of)];

    /// <summary>Which secret makes what is new: the first digits of a hash of it.</summary>
    public string Name => Current.Name;

    private Ring Current => rings[^1];

    public static byte[] Salt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>The SHA-256 of a salt and fields, 64 hexadecimal digits.</summary>
    public static string Hash(byte[] salt, IReadOnlyList<string?> fields) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Canonical(fields)]));

    /// <summary>A mark that only the holder of the secret can make.</summary>
    public string MarkOf(IReadOnlyList<string?> fields) => Made(Current.Marks, fields);

    /// <summary>Whether one of the secrets made the mark.</summary>
    public bool IsMarkOf(string mark, IReadOnlyList<string?> fields) => rings.Any(ring => Same(Made(ring.Marks, fields), mark));

    /// <summary>A seal over what was before it and the rows it holds; begin with what names it, then give it each row.</summary>
    public SealWriter BeginSeal(string? secretName, IReadOnlyList<string?> fields) =>
        new((secretName is null ? Current : rings.FirstOrDefault(ring => ring.Name == secretName))?.Seals ?? throw new CryptographicException("No key of that name."), fields);

    /// <summary>Whether it is one of ours.</summary>
    public bool Knows(string secretName) => rings.Any(ring => ring.Name == secretName);

    /// <summary>A fresh key for a person, wrapped.</summary>
    public byte[] NewPersonKey(Guid id) => Encrypt(Current.Wrapping, RandomNumberGenerator.GetBytes(SecretLength), id);

    /// <summary>Locks what a trace holds under the person's key, or the employer's own.</summary>
    internal byte[] Lock(TracePerson? person, Guid id, byte[] salt, string content) =>
        Encrypt(person is null ? Current.House : KeyOf(person) ?? throw new CryptographicException("The key was destroyed."), [.. salt, .. Encoding.UTF8.GetBytes(content)], id);

    /// <returns>Nothing where the person's key was destroyed.</returns>
    internal (byte[] Salt, string Content)? Open(TracePerson? person, Guid id, byte[] locked)
    {
        var opened = person is null ? FirstThatOpens(ring => ring.House, locked, id) : KeyOf(person) is { } key ? Decrypt(key, locked, id) : null;
        return opened is null ? null : (opened[..SaltLength], Encoding.UTF8.GetString(opened, SaltLength, opened.Length - SaltLength));
    }

    private static byte[] Canonical(IReadOnlyList<string?> fields) => JsonSerializer.SerializeToUtf8Bytes(fields);

    private static string Made(byte[] key, IReadOnlyList<string?> fields) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Canonical(fields)));

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private byte[]? KeyOf(TracePerson person) => person.WrappedKey is { } wrapped ? FirstThatOpens(ring => ring.Wrapping, wrapped, person.Id) : null;

    private byte[] FirstThatOpens(Func<Ring, byte[]> key, byte[] locked, Guid id)
    {
        for (var at = rings.Count - 1; at > 0; at--)
        {
            try
            {
                return Decrypt(key(rings[at]), locked, id);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Made with an earlier secret.
            }
        }

        return Decrypt(key(rings[0]), locked, id);
    }

    private static byte[] Encrypt(byte[] key, byte[] plain, Guid id)
    {
        var made = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(made.AsSpan(0, NonceLength), plain, made.AsSpan(NonceLength, plain.Length), made.AsSpan(NonceLength + plain.Length), id.ToByteArray(bigEndian: true));
        return made;
    }

    private static byte[] Decrypt(byte[] key, byte[] made, Guid id)
    {
        if (made.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("Too short to have been locked.");
        }

        var plain = new byte[made.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(made.AsSpan(0, NonceLength), made.AsSpan(NonceLength, plain.Length), made.AsSpan(NonceLength + plain.Length), plain, id.ToByteArray(bigEndian: true));
        return plain;
    }

    /// <summary>The keys of one secret, one for each thing they are for.</summary>
    private sealed record Ring(string Name, byte[] Marks, byte[] Seals, byte[] Wrapping, byte[] House)
    {
        private const int NameLength = 16;

        public static Ring Of(byte[] secret) => new(
            Convert.ToHexStringLower(Derived(secret, "name"))[..NameLength], Derived(secret, "marks"), Derived(secret, "seals"), Derived(secret, "wrapping"), Derived(secret, "house"));

        private static byte[] Derived(byte[] secret, string use) =>
            HKDF.Expand(HashAlgorithmName.SHA256, secret, SecretLength, Encoding.UTF8.GetBytes($"apprentices traces 1: {use}"));
    }

    /// <summary>Makes a seal over rows given one after the other, however many.</summary>
    public sealed class SealWriter : IDisposable
    {
        private readonly IncrementalHash hash;

        internal SealWriter(byte[] key, IReadOnlyList<string?> fields)
        {
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            Add(fields);
        }

        public void Add(IReadOnlyList<string?> fields) => hash.AppendData(Canonical(fields));

        /// <summary>64 hexadecimal digits.</summary>
        public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public void Dispose() => hash.Dispose();
    }
}
