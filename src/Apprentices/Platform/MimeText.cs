using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Apprentices.Platform;

/// <summary>A mail as one MIME text (RFC 5322, 2045 to 2047), where nothing else writes it.</summary>
internal static class MimeText
{
    /// <summary>Bytes of UTF-8 in one encoded word, so that it stays below its 75 characters.</summary>
    private const int BytesPerWord = 45;

    private const int CharactersPerLine = 76;

    public static string Of(Mail mail, MailAddress from, MailAddress to, DateTimeOffset at)
    {
        var boundary = $"part-{mail.Id:N}";
        var text = new StringBuilder()
            .Header("From", Address(from))
            .Header("To", Address(to))
            .Header("Subject", Encoded(MailHeaders.Subject(mail)))
            .Header("Date", at.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture))
            .Header("Message-ID", MailHeaders.MessageId(mail, from))
            .Header("Auto-Submitted", "auto-generated")
            .Header("Content-Language", mail.Culture)
            .Header("MIME-Version", "1.0")
            .Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"")
            .Append("\r\n")
            .Part(boundary, "text/plain; charset=utf-8", mail.Text)
            .Part(boundary, "text/html; charset=utf-8", mail.Html);
        if (mail.Calendar is { } calendar)
        {
            text.Part(boundary, $"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Text);
        }

        return text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString();
    }

    private static StringBuilder Header(this StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    private static StringBuilder Part(this StringBuilder text, string boundary, string type, string content)
    {
        text.Append("--").Append(boundary).Append("\r\n").Header("Content-Type", type).Header("Content-Transfer-Encoding", "base64").Append("\r\n");
        foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(content)).Chunk(CharactersPerLine))
        {
            text.Append(line).Append("\r\n");
        }

        return text;
    }

    private static string Address(MailAddress address) =>
        address.DisplayName.Length == 0 ? $"<{address.Address}>" : $"{Encoded(address.DisplayName)}\r\n <{address.Address}>";

    /// <summary>Encoded words, each of whole letters, folded so that no line is long.</summary>
    private static string Encoded(string value)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var letter in value.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + letter.Utf8SequenceLength > BytesPerWord)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(letter.ToString());
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}
