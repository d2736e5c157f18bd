using System.Security.Cryptography.X509Certificates;
using Apprentices.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Apprentices.Platform;

/// <summary>
/// The keys by which cookies and forms are known again. They outlive a restart: on SQLite in a folder beside the database, on
/// PostgreSQL in the database, so that several instances share them. A certificate of the settings protects them where they lie.
/// </summary>
internal static class DataKeys
{
    public static WebApplicationBuilder AddDataKeys(this WebApplicationBuilder builder)
    {
        var database = builder.Configuration.Get<DatabaseSettings>();
        var keys = builder.Services.AddDataProtection().SetApplicationName("Apprentices");
        _ = database.Provider == DatabaseProvider.PostgreSql
            ? keys.PersistKeysToDbContext<PostgresAppDbContext>()
            : keys.PersistKeysToFileSystem(new(Path.Combine(Path.GetFullPath(database.DataFolder), "keys")));

        var settings = builder.Configuration.Get<SignInSettings>();
        if (!string.IsNullOrWhiteSpace(settings.KeyCertificate))
        {
            var certificate = Load(settings.KeyCertificate, settings.KeyCertificatePassword);
            X509Certificate2[] former = string.IsNullOrWhiteSpace(settings.FormerKeyCertificate) ? [] : [Load(settings.FormerKeyCertificate, settings.KeyCertificatePassword)];
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate([certificate, .. former]);
        }

        return builder;
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), password);
            return certificate.HasPrivateKey ? certificate : throw new SettingsException($"The certificate {file} of the settings has no private key.");
        }
        catch (Exception wrong) when (wrong is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The certificate {file} of the settings cannot be read: {wrong.Message}");
        }
    }
}
