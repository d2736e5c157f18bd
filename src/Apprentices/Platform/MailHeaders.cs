using System.Globalization;

namespace Apprentices.Platform;

/// <summary>What the headers of a mail say, whichever way it goes.</summary>
public static class MailHeaders
{
    /// <summary>A header's line may have 998 characters (RFC 5322); as UTF-8 in encoded words, so long a text stays well below.</summary>
    private const int LongestName = 100;

    private const int LongestSubject = 200;

    /// <summary>The same for every try, so that a reader's program knows a twin; without the angle brackets.</summary>
    public static string MessageId(Mail mail, string from) => $"{mail.Id:N}@{from[(from.LastIndexOf('@') + 1)..]}";

    public static string Subject(Mail mail) => OneLine(mail.Subject, LongestSubject);

    public static string Name(string? name) => OneLine(name, LongestName);

    /// <summary>A text cannot begin another header, turn its line about, or grow beyond what a header holds.</summary>
    private static string OneLine(string? text, int longest)
    {
        var line = string.Concat((text ?? "").Select(letter => CharUnicodeInfo.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
            _ => letter,
        })).Trim();
        if (line.Length <= longest)
        {
            return line;
        }

        // Not within a letter that is made of several.
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(line[..Math.Min(line.Length, longest + 1)]).Where(start => start < longest))
        {
            end = start;
        }

        return line[..end].TrimEnd() + "…";
    }
}
