using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Mail by SMTP. It lives as long as one run of a job, and keeps its connection for all mails of that run; after a failure
/// it makes a new one.
/// </summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings) : IMailer, IDisposable
{
    /// <summary>So long one mail may take; shorter than a sender holds its row.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SmtpClient? connection;

    public bool IsOn => settings.Value.IsOn;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var message = Write(mail);
            connection ??= Connect();
            await connection.SendMailAsync(message, patience.Token);
        }
        catch (SmtpFailedRecipientException refused)
        {
            Dispose();
            throw new MailFailedException($"SMTP {refused.StatusCode}", hitsEveryMail: false);
        }
        catch (SmtpException failed)
        {
            Dispose();
            throw new MailFailedException(
                $"SMTP {failed.StatusCode}{(failed.InnerException is { } inner ? $" ({inner.GetBaseException().GetType().Name})" : "")}",
                hitsEveryMail: true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Dispose();
            throw new MailFailedException("SMTP timeout", hitsEveryMail: true);
        }
        catch (FormatException)
        {
            throw new MailFailedException("Address", hitsEveryMail: false);
        }
    }

    public void Dispose()
    {
        connection?.Dispose();
        connection = null;
    }

    private SmtpClient Connect() => new(settings.Value.Host, settings.Value.Port)
    {
        EnableSsl = settings.Value.StartTls,
        Credentials = string.IsNullOrEmpty(settings.Value.User) ? null : new NetworkCredential(settings.Value.User, settings.Value.Password),
    };

    private MailMessage Write(Mail mail)
    {
        var from = new MailAddress(settings.Value.From!, OneLine(settings.Value.FromName), Encoding.UTF8);
        var message = new MailMessage(from, new MailAddress(mail.ToAddress, OneLine(mail.ToName), Encoding.UTF8))
        {
            Subject = OneLine(mail.Subject),
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

        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Culture);
        return message;
    }

    /// <summary>A name cannot begin another header.</summary>
    private static string OneLine(string? text) =>
        string.Concat((text ?? "").Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();
}

public static class MailRegistration
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IMailer, SmtpMailer>();
        return builder;
    }
}
