using System.Security.Cryptography;
using System.Text;
using Apprentices.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Seals what is sensitive, under keys of its own in a folder outside the database: not those of the cookies, so that losing or renewing the
/// ones costs nothing of the other. What is sealed opens only in the record and as the kind it was sealed for.
/// </summary>
public sealed class SensitiveKeys(IOptions<SensitiveSettings> settings, IOptions<DatabaseSettings> data)
{
    private readonly Lazy<IDataProtector> protector = new(() => DataProtectionProvider.Create(
        new DirectoryInfo(FolderOf(settings.Value, data.Value)), builder => builder.SetApplicationName("Apprentices")).CreateProtector("SensitiveFact", "1"));

    public static string FolderOf(SensitiveSettings settings, DatabaseSettings data) => Path.GetFullPath(
        string.IsNullOrWhiteSpace(settings.KeyFolder) ? Path.Combine(data.DataFolder, "sensitive-keys") : settings.KeyFolder);

    public byte[] Seal(Guid apprenticeshipId, SensitiveKind kind, string text) => For(apprenticeshipId, kind).Protect(Encoding.UTF8.GetBytes(text));

    /// <summary>The text; nothing where the key it was sealed under is lost, or it was sealed for something else.</summary>
    public string? Open(Guid apprenticeshipId, SensitiveKind kind, byte[] content)
    {
        try
        {
            return Encoding.UTF8.GetString(For(apprenticeshipId, kind).Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid apprenticeshipId, SensitiveKind kind) => protector.Value.CreateProtector($"{apprenticeshipId:N}", kind.ToString());
}

/// <summary>Makes the keys known to the use case that needs them.</summary>
public static class SensitiveKeysRegistration
{
    public static WebApplicationBuilder AddSensitiveKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SensitiveKeys>();
        return builder;
    }
}
