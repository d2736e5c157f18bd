using System.Text;
using System.Xml;

namespace Apprentices.Shared;

/// <summary>Text as a cell may hold it, whatever somebody has typed.</summary>
internal static class CellText
{
    /// <summary>The most characters of a cell.</summary>
    public const int Longest = 32_767;

    /// <summary>What a spreadsheet would work out instead of showing; some take the wide signs for the narrow ones.</summary>
    public static bool LooksLikeAFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    /// <summary>Without the control characters and broken pairs that no document may hold, and no longer than a cell.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && kept.Length < Longest - 1; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
        }

        return kept.ToString();
    }
}
