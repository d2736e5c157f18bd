using System.Globalization;
using System.Text.Encodings.Web;

namespace Apprentices.Shared;

/// <summary>
/// How each mail is laid out: greeting, what waits, the one button, what is never in a mail, why she gets it and where she
/// chooses. Without a link for those who cannot open it. Both forms say the same.
/// </summary>
public static class MailLetter
{
    /// <summary>Dark where the reader's own program is.</summary>
    private static readonly string ReadersStyle = Style("light dark", "(prefers-color-scheme: dark)");

    /// <summary>The style of a mail as it is shown here, light and dark: no other is let in by the pages' policy.</summary>
    public static IReadOnlyList<string> ShownStyles { get; } = [Style("light", "not all"), Style("dark", "all")];

    /// <summary>A mail as it is shown here, light or dark as chosen; its links open elsewhere, as in a mail program.</summary>
    public static string Shown(string html, bool isDark) => html
        .Replace("<head>", """<head><base target="_blank" />""", StringComparison.Ordinal)
        .Replace(ReadersStyle, ShownStyles[isDark ? 1 : 0], StringComparison.Ordinal);

    /// <summary>Where one chooses how one is told stands last; nothing for a guest, who has no choices here.</summary>
    public static string Plain(string greeting, IReadOnlyList<LetterItem> items, string secret, string? choices = null)
    {
        var things = string.Join("\n\n", items.Select(item =>
            $"{item.What}{(item.Link is null ? "" : $"\n\n{item.Open}:\n{item.Link}")}{(items.Count == 1 ? "" : $"\n{item.Why}")}"));
        var why = items.Count == 1 ? $"\n{items[0].Why}\n" : "";
        return $"{greeting}\n\n{things}\n\n{secret}\n\n-- \n{SharedTexts.MailPlace}\n{why}{(choices is null ? "" : $"\n{SharedTexts.MailChoices}:\n{choices}\n")}";
    }

    /// <summary>
    /// Tables and styles at each element, for Outlook; the same colours as the app, in dark too where the program can. Nothing is
    /// fetched, and nothing tells that it was read.
    /// </summary>
    public static string Html(string greeting, IReadOnlyList<LetterItem> items, string secret, string? choices = null)
    {
        var things = string.Join('\n', items.Select(item => $"{Thing(item)}{(items.Count == 1 ? "" : Quiet(item.Why, "0 0 24px"))}"));
        var choose = choices is null ? "" : $"""<p class="muted" style="margin:8px 0 0;color:#50585c;font-size:14px;line-height:21px"><a href="{Safe(choices)}" class="link" style="color:#0b4f5c">{Safe(SharedTexts.MailChoices)}</a></p>""";
        return $$"""
            <!DOCTYPE html>
            <html lang="{{CultureInfo.CurrentCulture.TwoLetterISOLanguageName}}" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="supported-color-schemes" content="light dark" />
            <title>{{Safe(items[0].Open)}}</title>
            <style>{{ReadersStyle}}</style>
            </head>
            <body class="page" style="margin:0;padding:0;background-color:#f6f4ef">
            <table role="presentation" class="page" width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="#f6f4ef" style="background-color:#f6f4ef"><tr><td align="center" style="padding:24px 12px">
            <!--[if mso]><table role="presentation" width="560" border="0" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
            <table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="max-width:560px;table-layout:fixed;font-family:'Segoe UI',-apple-system,Roboto,'Noto Sans',Arial,sans-serif;text-align:left">
            <tr><td class="link" style="padding:0 4px 12px;color:#0b4f5c;font-size:16px;line-height:24px;font-weight:700">{{Safe(SharedTexts.MailPlace)}}</td></tr>
            <tr><td class="card" bgcolor="#ffffff" style="background-color:#ffffff;border:1px solid #e0dbd0;border-radius:8px;padding:24px;overflow-wrap:anywhere;word-break:break-word">
            <p class="ink" style="margin:0 0 16px;color:#1b2226;font-size:16px;line-height:24px">{{Safe(greeting)}}</p>
            {{things}}
            <p class="muted" style="margin:0;color:#50585c;font-size:14px;line-height:21px">{{Safe(secret)}}</p>
            </td></tr>
            <tr><td style="padding:16px 4px 0;overflow-wrap:anywhere;word-break:break-word">
            {{(items.Count == 1 ? Quiet(items[0].Why) : "")}}
            {{choose}}
            </td></tr>
            </table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </body>
            </html>
            """;
    }

    private static string Style(string scheme, string darkWhere) => $$"""

        :root { color-scheme: {{scheme}}; supported-color-schemes: light dark; }
        @media {{darkWhere}} {
        .page { background-color: #14181a !important; }
        .card { background-color: #1c2225 !important; border-color: #343c40 !important; }
        .ink { color: #eceae5 !important; }
        .muted { color: #b5babb !important; }
        .link { color: #7ccbd6 !important; }
        .fill { background-color: #22788a !important; }
        .on-fill { color: #ffffff !important; }
        }

        """.ReplaceLineEndings("\n");

    private static string Thing(LetterItem item)
    {
        var button = item.Link is null ? "" : $"""

            <table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr>
            <td class="fill" bgcolor="#0b4f5c" style="background-color:#0b4f5c;border-radius:8px;mso-padding-alt:12px 20px"><a href="{Safe(item.Link)}" class="on-fill" style="display:inline-block;padding:12px 20px;color:#ffffff;font-size:16px;line-height:20px;font-weight:600;text-decoration:none">{Safe(item.Open)}</a></td>
            </tr></table>
            """;
        return $"""<p class="ink" style="margin:0 0 16px;color:#1b2226;font-size:16px;line-height:24px">{Safe(item.What).Replace("&#xA;", "<br />", StringComparison.Ordinal)}</p>{button}""";
    }

    private static string Quiet(string text, string margin = "0") =>
        $"""<p class="muted" style="margin:{margin};color:#50585c;font-size:14px;line-height:21px">{Safe(text)}</p>""";

    /// <summary>Whatever people call themselves, it is text; what no document may hold becomes a space.</summary>
    private static string Safe(string text) =>
        HtmlEncoder.Default.Encode(string.Concat(text.Select(letter => letter != '\n' && (char.IsControl(letter) || letter is '\uFFFE' or '\uFFFF') ? ' ' : letter)));
}

/// <summary>One of the things a mail tells of: what, where it is done, and why she is told.</summary>
/// <param name="What">What is to be done, and by when.</param>
/// <param name="Link">Where; nothing for those who cannot open it.</param>
/// <param name="Open">What the button says.</param>
/// <param name="Why">Why it is she who is told.</param>
public sealed record LetterItem(string What, string? Link, string Open, string Why);
