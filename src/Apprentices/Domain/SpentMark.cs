using System.Security.Cryptography;
using System.Text;

namespace Apprentices.Domain;

/// <summary>That something which may be used once has been: the answer to one sign-in, one notice of signing out. Only its hash is kept.</summary>
public sealed class SpentMark
{
    private SpentMark() { }

    public SpentMark(string what, DateTimeOffset forgetAt) => (Hash, ForgetAt) = (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what))), forgetAt);

    public string Hash { get; private set; } = "";

    /// <summary>When what it stands for would count no more anyway.</summary>
    public DateTimeOffset ForgetAt { get; private set; }
}
