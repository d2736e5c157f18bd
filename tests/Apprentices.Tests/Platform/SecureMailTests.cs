using Apprentices.Tests.Support;

namespace Apprentices.Tests.Platform;

/// <summary>The program as it runs, before a mail server with a certificate of the test's own and a password.</summary>
public sealed class SecureMailTests : AppTests
{
    [Fact]
    public async Task Over_a_connection_it_trusts_it_signs_in_and_sends()
    {
        using var certificate = new MadeCertificate();
        await using var server = await MailSink.StartAsync(
            "--cert", certificate.CertificateFile, "--key", certificate.KeyFile, "--user", "laerling", "--password", "riktig");
        var mails = await App.WriteRemindersAsync(talks: 1);

        await using var program = ChildProgram.Start(App, new Dictionary<string, string?>(server.Settings)
        {
            ["Mail:StartTls"] = "true",
            ["Mail:User"] = "laerling",
            ["Mail:Password"] = "riktig",
            ["SSL_CERT_FILE"] = certificate.CertificateFile,
        });

        Assert.Equal(mails, (await server.WaitForAsync(mails)).Count);
    }
}
