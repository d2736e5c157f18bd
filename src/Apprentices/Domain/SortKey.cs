using System.Globalization;
using System.Text;

namespace Apprentices.Domain;

/// <summary>
/// Keys that sort and find Norwegian names alike on every database: lower case, accents gone, and the alphabet's last
/// three letters in their order (æ, ø, å), where byte order alone would put å before æ.
/// </summary>
public static class SortKey
{
    private const char AfterOslash = '\u00FF';

    /// <summary>The key to sort by. "Aa" counts as å, as in the Norwegian alphabet.</summary>
    public static string For(string text) =>
        Plain(text).Replace("aa", "å", StringComparison.Ordinal).Replace('å', AfterOslash);

    /// <summary>The form to search in and for: lower case, one space between words, accents gone but æ, ø, å kept.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Trim().ToLowerInvariant())
        {
            if (letter is 'å' or 'ø' or 'æ')
            {
                plain.Append(letter);
                continue;
            }

            foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                {
                    plain.Append(char.IsWhiteSpace(part) ? ' ' : part);
                }
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
