using System.Text;
using Apprentices.Domain;
using MimeKit;
using MimeKit.Text;

namespace Apprentices.Platform;

/// <summary>A mail as MIME (RFC 5322, 2045 to 2047), whichever way it goes.</summary>
internal static class MimeMail
{
    /// <param name="mail">What is said to whom.</param>
    /// <param name="settings">Who it comes from.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="MailFailedException">The address is none.</exception>
    public static MimeMessage Of(Mail mail, MailSettings settings, DateTimeOffset at)
    {
        if (!EmailAddress.IsValid(mail.ToAddress))
        {
            throw new MailFailedException(MailFailureKind.BadAddress, "Address", hitsEveryMail: false);
        }

        var message = new MimeMessage
        {
            Subject = MailHeaders.Subject(mail),
            Date = at,
            MessageId = MailHeaders.MessageId(mail, settings.From!),
            Body = Body(mail),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, MailHeaders.Name(settings.FromName), settings.From!));
        message.To.Add(new MailboxAddress(Encoding.UTF8, MailHeaders.Name(mail.ToName), mail.ToAddress.Trim()));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Culture);
        return message;
    }

    /// <summary>The same as bytes, for a way that is not SMTP.</summary>
    public static byte[] Bytes(this MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        message.WriteTo(format, bytes);
        return bytes.ToArray();
    }

    private static MultipartAlternative Body(Mail mail)
    {
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = mail.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart(TextFormat.Html) { Text = mail.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        if (mail.Calendar is { } calendar)
        {
            // In base64, so that no line is broken anew on its way.
            var part = new TextPart("calendar") { Text = calendar.Text, ContentTransferEncoding = ContentEncoding.Base64 };
            part.ContentType.Parameters.Add("method", calendar.Method);
            body.Add(part);
        }

        return body;
    }
}
