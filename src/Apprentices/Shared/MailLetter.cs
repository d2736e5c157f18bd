using System.Globalization;
using System.Text.Encodings.Web;

namespace Apprentices.Shared;

/// <summary>How each mail is laid out: greeting, what waits, the one link, what is never in a mail, and why she gets it. Without a link for those who cannot open it.</summary>
public static class MailLetter
{
    public static string Plain(string greeting, string what, string? link, string open, string secret, string why) =>
        $"{greeting}\n\n{what}\n\n{(link is null ? "" : $"{open}:\n{link}\n\n")}{secret}\n\n-- \n{why}\n";

    /// <summary>Without colours of its own, so that it follows the reader's light or dark.</summary>
    public static string Html(string greeting, string what, string? link, string open, string secret, string why)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(text);
        var act = link is null ? "" : $"<p><a href=\"{Safe(link)}\" style=\"font-weight:600\">{Safe(open)}</a></p>";
        return $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentCulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{Safe(open)}</title></head>
            <body style="font-family:system-ui,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;max-width:36em">
            <p>{Safe(greeting)}</p>
            <p>{Safe(what).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>
            {act}
            <p>{Safe(secret)}</p>
            <hr>
            <p style="font-size:14px">{Safe(why)}</p>
            </body></html>
            """;
    }

    /// <summary>Of several things at once, each with its link and why she is told.</summary>
    public static string Plain(string greeting, IReadOnlyList<LetterItem> items, string secret) =>
        $"{greeting}\n\n{string.Join("\n\n", items.Select(item => $"{item.What}\n{item.Open}:\n{item.Link}\n{item.Why}"))}\n\n-- \n{secret}\n";

    /// <summary>Likewise, without colours of its own.</summary>
    public static string Html(string greeting, IReadOnlyList<LetterItem> items, string secret)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(text);
        var list = string.Concat(items.Select(item => $"""
            <p style="margin:0 0 4px">{Safe(item.What)}</p>
            <p style="margin:0 0 4px"><a href="{Safe(item.Link)}" style="font-weight:600">{Safe(item.Open)}</a></p>
            <p style="margin:0 0 20px;font-size:14px">{Safe(item.Why)}</p>

            """));
        return $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentCulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{Safe(greeting)}</title></head>
            <body style="font-family:system-ui,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;max-width:36em">
            <p>{Safe(greeting)}</p>
            {list}<hr>
            <p style="font-size:14px">{Safe(secret)}</p>
            </body></html>
            """;
    }
}

/// <summary>One of the things a mail tells of: what, where it is done, and why she is told.</summary>
public sealed record LetterItem(string What, string Link, string Open, string Why);
