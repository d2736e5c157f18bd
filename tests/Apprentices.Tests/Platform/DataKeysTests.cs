using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>By which keys cookies and forms are known again: in another instance, after a restart, and by nobody who copies them.</summary>
public sealed partial class DataKeysTests : AppTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-keys-");
    private readonly MadeCertificate certificate = new();

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:DataFolder"] = folder.FullName,
        ["SignIn:KeyCertificate"] = CertificateFile,
        ["SignIn:KeyCertificatePassword"] = "of the test",
    };

    private string CertificateFile
    {
        get
        {
            var file = Path.Combine(folder.FullName, "keys.pfx");
            if (!File.Exists(file))
            {
                File.WriteAllBytes(file, certificate.WithKey.Export(X509ContentType.Pkcs12, "of the test"));
            }

            return file;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        certificate.Dispose();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [BothDatabases]
    public async Task Two_instances_know_each_others_cookies_and_forms()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        using var here = App.Browser();
        using var page = await here.GetAsync(new Uri(AccountLinks.SignIn, UriKind.Relative));
        using var form = Form(await page.Content.ReadAsStringAsync(), siv);
        using var signedIn = await here.PostAsync(new Uri(AccountLinks.SignIn, UriKind.Relative), form);
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).Select(cookie => cookie.Split(';')[0]));

        await using var other = App.Beside();
        using var there = other.Browser(handleCookies: false);
        there.DefaultRequestHeaders.Add("Cookie", cookies);
        using var sessions = await there.GetAsync(new Uri(AccountLinks.Sessions, UriKind.Relative));
        using var language = new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOf(await here.GetStringAsync(new Uri(AccountLinks.Privacy, UriKind.Relative)))), new("language", "nn"), new("returnUrl", "/")]);
        using var posted = await there.PostAsync(new Uri(AccountLinks.Language, UriKind.Relative), language);

        Assert.Equal(HttpStatusCode.OK, sessions.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal(Language.Nynorsk, (await App.PersonAsync(siv.Id)).Language);
    }

    [BothDatabases]
    public async Task Where_the_keys_lie_nobody_can_read_them_without_the_certificate()
    {
        // On PostgreSQL the database came with a key that a program without a certificate made.
        await App.DbAsync(db => db.DataProtectionKeys.ExecuteDeleteAsync());
        await using var fresh = App.Beside();
        fresh.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("something");

        var keys = BothDatabasesDiscoverer.OfThisTest == DatabaseProvider.PostgreSql
            ? await App.DbAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync())
            : [.. Directory.GetFiles(Path.Combine(folder.FullName, "keys")).Select(File.ReadAllText)];

        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
            Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("missing.pfx", null)]
    [InlineData("keys.pfx", "wrong")]
    public void A_certificate_that_cannot_be_read_is_named_at_the_start(string file, string? password)
    {
        _ = CertificateFile;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["SignIn:KeyCertificate"] = Path.Combine(folder.FullName, file);
        builder.Configuration["SignIn:KeyCertificatePassword"] = password;

        Assert.Contains(file, Assert.Throws<SettingsException>(builder.AddDataKeys).Message, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(string page, Person person) =>
        new([new("__RequestVerificationToken", TokenOf(page)), new("person", person.Id.ToString())]);

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
