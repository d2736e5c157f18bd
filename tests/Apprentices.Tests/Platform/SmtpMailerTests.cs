using System.Net;
using System.Net.Sockets;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Platform;

/// <summary>Mail by SMTP against a real server, well and badly behaved.</summary>
public sealed class SmtpMailerTests
{
    private const string Address = "mottaker@example.no";

    [Fact]
    public async Task A_name_or_a_subject_cannot_begin_another_header()
    {
        await using var server = await MailSink.StartAsync();

        await SendAsync(server, Mail() with
        {
            ToName = "Eve\r\nBcc: alle@example.no\r\n\r\nHei\u2028X-Evil: 1\u0085X-Worse: 1",
            Subject = "Samtale\nBcc: alle@example.no\r\nX-Evil: 1\0",
        });

        var mail = Assert.Single(await server.WaitForAsync(1));
        Assert.Equal([Address], mail.To);
        Assert.DoesNotContain(mail.Headers.Keys, name => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || name.Equals("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Samtale Bcc: alle@example.no  X-Evil: 1", mail.Subject);
        Assert.Equal("Hei.", mail.Text!.Trim());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Ø")]
    [InlineData("👩‍🎓")]
    [InlineData("a ")]
    [InlineData("\"\\")]
    public async Task A_name_and_a_subject_of_ten_thousand_characters_are_cut_and_arrive(string letter)
    {
        await using var server = await MailSink.StartAsync();
        var text = string.Concat(Enumerable.Repeat(letter, 10_000 / letter.Length));

        await SendAsync(server, Mail() with { ToName = text, Subject = text, Text = text });

        var mail = Assert.Single(await server.WaitForAsync(1));
        Assert.StartsWith(letter, mail.Subject, StringComparison.Ordinal);
        Assert.EndsWith("…", mail.Subject, StringComparison.Ordinal);
        Assert.InRange(mail.Subject.Length, 100, 201);
        Assert.InRange(mail.Headers["To"].Length, 80, 400);
        Assert.Equal(text.TrimEnd(), mail.Text!.TrimEnd());
    }

    [Theory]
    [InlineData("ingen")]
    [InlineData("a b@example.no\r\nRCPT TO:<x@example.no>")]
    [InlineData("a@b@example.no")]
    [InlineData("åse@example.no")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_told_before_anything_is_sent(string address)
    {
        await using var server = await MailSink.StartAsync();

        Assert.Equal(MailFailureKind.BadAddress, (await FailureAsync(server, Mail() with { ToAddress = address })).Kind);
        Assert.Empty(await server.MailsAsync());
    }

    [Theory]
    [InlineData("550 5.1.1 No such person", MailFailureKind.RefusedForGood)]
    [InlineData("553 5.1.3 Not an address", MailFailureKind.BadAddress)]
    [InlineData("501 5.1.3 Syntax", MailFailureKind.BadAddress)]
    [InlineData("550 5.7.1 Unable to relay", MailFailureKind.RefusesUs)]
    [InlineData("450 4.2.0 Greylisted", MailFailureKind.RefusedForNow)]
    [InlineData("452 4.2.2 Mailbox full", MailFailureKind.RefusedForNow)]
    public async Task What_the_server_says_of_one_recipient_hinders_no_other(string answer, MailFailureKind kind)
    {
        await using var server = await MailSink.StartAsync("--answer", Address, answer);
        using var mailer = Mailer(server);

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel));
        await mailer.SendAsync(Mail() with { ToAddress = "annen@example.no" }, Cancel);

        Assert.Equal((kind, false), (failure.Kind, failure.HitsEveryMail));
        Assert.DoesNotContain(Address, failure.Message, StringComparison.Ordinal);
        Assert.Single(await server.WaitForAsync(1));
    }

    [Fact]
    public async Task A_server_that_closes_is_away_for_everybody()
    {
        await using var server = await MailSink.StartAsync("--answer", Address, "421 4.3.2 Closing");

        var failure = await FailureAsync(server, Mail());

        Assert.Equal((MailFailureKind.ServerAway, true), (failure.Kind, failure.HitsEveryMail));
    }

    [Fact]
    public async Task Nobody_at_the_servers_address_is_away()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var mailer = Mailer(new MailSettings { Host = "127.0.0.1", Port = port, StartTls = false, From = "fra@example.no" });

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel));

        Assert.Equal((MailFailureKind.ServerAway, true), (failure.Kind, failure.HitsEveryMail));
    }

    [Fact]
    public async Task A_server_that_never_greets_is_given_up_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(new MailSettings
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)silent.LocalEndpoint).Port,
            StartTls = false,
            From = "fra@example.no",
            TimeoutSeconds = 1,
        });

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel));

        Assert.Equal((MailFailureKind.TimedOut, true), (failure.Kind, failure.HitsEveryMail));
    }

    [Fact]
    public async Task An_address_that_hangs_is_given_up_in_time()
    {
        await using var server = await MailSink.StartAsync("--hang", Address);
        var settings = Of(server);
        settings.TimeoutSeconds = 1;
        using var mailer = Mailer(settings);

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel));
        await mailer.SendAsync(Mail() with { ToAddress = "annen@example.no" }, Cancel);

        Assert.Equal((MailFailureKind.TimedOut, true), (failure.Kind, failure.HitsEveryMail));
        Assert.Single(await server.WaitForAsync(1));
    }

    [Fact]
    public async Task A_server_that_takes_it_and_breaks_the_connection_is_told_as_such()
    {
        await using var server = await MailSink.StartAsync("--drop", Address);

        var failure = await FailureAsync(server, Mail());

        Assert.Equal((MailFailureKind.Dropped, true), (failure.Kind, failure.HitsEveryMail));
        Assert.Single(await server.WaitForAsync(1));
    }

    [Fact]
    public async Task Signed_in_it_sends_and_with_a_wrong_password_the_server_refuses_us()
    {
        await using var server = await MailSink.StartAsync("--user", "laerling", "--password", "riktig");
        var settings = Of(server);
        (settings.User, settings.Password) = ("laerling", "riktig");
        using (var mailer = Mailer(settings))
        {
            await mailer.SendAsync(Mail(), Cancel);
        }

        settings.Password = "galt";
        using var wrong = Mailer(settings);
        var failure = await Assert.ThrowsAsync<MailFailedException>(() => wrong.SendAsync(Mail(), Cancel));

        Assert.Equal((MailFailureKind.RefusesUs, true), (failure.Kind, failure.HitsEveryMail));
        Assert.DoesNotContain("galt", failure.Message, StringComparison.Ordinal);
        Assert.Single(await server.MailsAsync());
    }

    [Fact]
    public async Task A_server_that_lets_nobody_sign_in_refuses_us()
    {
        await using var server = await MailSink.StartAsync();
        var settings = Of(server);
        (settings.User, settings.Password) = ("laerling", "riktig");
        using var mailer = Mailer(settings);

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel));

        Assert.Equal((MailFailureKind.RefusesUs, true), (failure.Kind, failure.HitsEveryMail));
        Assert.Empty(await server.MailsAsync());
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_gets_no_mail()
    {
        using var certificate = new MadeCertificate();
        await using var server = await MailSink.StartAsync("--cert", certificate.CertificateFile, "--key", certificate.KeyFile);
        var settings = Of(server);
        settings.StartTls = true;
        using var mailer = Mailer(settings);

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel));

        Assert.Equal((MailFailureKind.NotSecure, true), (failure.Kind, failure.HitsEveryMail));
        Assert.Empty(await server.MailsAsync());
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail_where_it_is_asked_for()
    {
        await using var server = await MailSink.StartAsync();
        var settings = Of(server);
        settings.StartTls = true;
        using var mailer = Mailer(settings);

        var failure = await Assert.ThrowsAsync<MailFailedException>(() => mailer.SendAsync(Mail(), Cancel));

        Assert.Equal((MailFailureKind.NotSecure, true), (failure.Kind, failure.HitsEveryMail));
        Assert.Empty(await server.MailsAsync());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Mail Mail() => new(Guid.CreateVersion7(), Address, "Kari Nordmann", "nb-NO", "Påminnelse", "Hei.", "<p>Hei.</p>");

    private static MailSettings Of(MailSink server) => new() { Host = "127.0.0.1", Port = server.Port, StartTls = false, From = "fra@example.no", FromName = "Lærlinger" };

    private static SmtpMailer Mailer(MailSettings settings) => new(Options.Create(settings), OfficeTime.Clock);

    private static SmtpMailer Mailer(MailSink server) => Mailer(Of(server));

    private static async Task SendAsync(MailSink server, Mail mail)
    {
        using var mailer = Mailer(server);
        await mailer.SendAsync(mail, Cancel);
    }

    private static Task<MailFailedException> FailureAsync(MailSink server, Mail mail) => Assert.ThrowsAsync<MailFailedException>(() => SendAsync(server, mail));
}
