using System.Collections.Concurrent;
using System.Net.Sockets;
using Apprentices.Domain;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Mail by SMTP. It lives as long as one run of a job, and keeps the connections of that run for its other mails; one that
/// met a failure is not used again.
/// </summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings, TimeProvider clock) : IMailer, IDisposable
{
    /// <summary>The port on which the connection is encrypted from its first byte on (RFC 8314).</summary>
    private const int EncryptedPort = 465;

    private readonly ConcurrentBag<SmtpClient> idle = [];

    public bool IsOn => settings.Value.IsOn;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        using var message = MimeMail.Of(mail, settings.Value, clock.GetUtcNow());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.Value.TimeoutSeconds));
        SmtpClient? connection = null;
        try
        {
            connection = idle.TryTake(out var kept) ? kept : await ConnectAsync(patience.Token);
            await connection.SendAsync(message, patience.Token);
            idle.Add(connection);
            connection = null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailFailedException(MailFailureKind.TimedOut, "SMTP timeout", hitsEveryMail: true);
        }
        catch (Exception failed) when (SmtpAnswers.Of(failed) is not null)
        {
            throw SmtpAnswers.Of(failed)!;
        }
        finally
        {
            connection?.Dispose();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancel)
    {
        // A mail server within the house has a certificate of the house, whose list of revocations can often not be reached.
        var connection = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await connection.ConnectAsync(await OpenAsync(cancel), settings.Value.Host!, settings.Value.Port, (settings.Value.StartTls, settings.Value.Port) switch
            {
                (_, EncryptedPort) => SecureSocketOptions.SslOnConnect,
                (true, _) => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, cancel);

            // Told beforehand how large a message is, a server could refuse it sooner. Ours are small, and the client finds out by encoding each once more.
            connection.Capabilities &= ~SmtpCapabilities.Size;
            if (!string.IsNullOrEmpty(settings.Value.User))
            {
                if (!connection.Capabilities.HasFlag(SmtpCapabilities.Authentication))
                {
                    throw new MailFailedException(MailFailureKind.RefusesUs, "SMTP without sign-in", hitsEveryMail: true);
                }

                await connection.AuthenticateAsync(settings.Value.User, settings.Value.Password ?? "", cancel);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Sends what it is given at once. Else the end of a message of more than 4,096 bytes waits here until its beginning is acknowledged, which the
    /// other side puts off (Nagle, RFC 896): some 40 ms with each mail.
    /// </summary>
    private async Task<Socket> OpenAsync(CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Value.Host!, settings.Value.Port, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
