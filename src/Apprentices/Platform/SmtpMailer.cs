using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Apprentices.Domain;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Mail by SMTP. It lives as long as one run of a job, and keeps the connections of that run for its other mails; one that
/// met a failure is not used again.
/// </summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings) : IMailer, IDisposable
{
    private readonly ConcurrentBag<SmtpClient> idle = [];

    public bool IsOn => settings.Value.IsOn;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.Value.TimeoutSeconds));
        SmtpClient? connection = null;
        try
        {
            using var message = Write(mail);
            connection = idle.TryTake(out var kept) ? kept : Connect();
            await connection.SendMailAsync(message, patience.Token);
            idle.Add(connection);
            connection = null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailFailedException(MailFailureKind.TimedOut, "SMTP timeout", hitsEveryMail: true);
        }
        catch (SmtpException failed) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new MailFailedException(MailFailureKind.TimedOut, $"SMTP timeout ({failed.StatusCode})", hitsEveryMail: true);
        }
        catch (SmtpFailedRecipientException refused)
        {
            throw SmtpAnswers.OfRecipient(refused);
        }
        catch (SmtpException failed)
        {
            throw SmtpAnswers.OfServer(failed);
        }
        catch (FormatException)
        {
            throw new MailFailedException(MailFailureKind.BadAddress, "Address", hitsEveryMail: false);
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

    private SmtpClient Connect() => new(settings.Value.Host, settings.Value.Port)
    {
        EnableSsl = settings.Value.StartTls,
        Credentials = string.IsNullOrEmpty(settings.Value.User) ? null : new NetworkCredential(settings.Value.User, settings.Value.Password),
    };

    private MailMessage Write(Mail mail)
    {
        var from = new MailAddress(settings.Value.From!, MailHeaders.Name(settings.Value.FromName), Encoding.UTF8);
        var message = new MailMessage(from, MailHeaders.Recipient(mail))
        {
            Subject = MailHeaders.Subject(mail),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.AlternateViews.Add(new AlternateView(
            new MemoryStream(Encoding.UTF8.GetBytes(mail.Html)), new ContentType(MediaTypeNames.Text.Html) { CharSet = Encoding.UTF8.WebName })
        {
            TransferEncoding = TransferEncoding.QuotedPrintable,
        });
        if (mail.Calendar is { } calendar)
        {
            // In base64, so that no line is broken anew on its way.
            var type = new ContentType("text/calendar") { CharSet = Encoding.UTF8.WebName };
            type.Parameters["method"] = calendar.Method;
            message.AlternateViews.Add(new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(calendar.Text)), type) { TransferEncoding = TransferEncoding.Base64 });
        }

        message.Headers.Add("Message-ID", MailHeaders.MessageId(mail, from));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Culture);
        return message;
    }
}
