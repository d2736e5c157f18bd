using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Apprentices.Domain;

/// <summary>256 random bits that are told once; only their hash is kept. So many bits need no slow hash: they cannot be searched.</summary>
public static class Secret
{
    private const int Bytes = 32;
    private static readonly int Length = Base64Url.GetEncodedLength(Bytes);

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text could be one at all. What could not is looked up nowhere.</summary>
    public static bool LooksLikeOne(string? text) => text?.Length == Length && Base64Url.IsValid(text);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
