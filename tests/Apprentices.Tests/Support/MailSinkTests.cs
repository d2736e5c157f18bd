using System.Net.Mail;

namespace Apprentices.Tests.Support;

public sealed class MailSinkTests
{
    [Fact]
    public async Task What_is_sent_is_kept()
    {
        await using var sink = await MailSink.StartAsync();
        using var client = new SmtpClient("127.0.0.1", sink.Port);

        await client.SendMailAsync("fra@example.no", "til@example.no", "Prøve", "Hei på deg");

        var mail = Assert.Single(await sink.WaitForAsync(1));
        Assert.Equal(("fra@example.no", "til@example.no", "Prøve"), (mail.From, mail.To.Single(), mail.Subject));
        Assert.Contains("Hei på deg", mail.Text, StringComparison.Ordinal);
    }
}
