namespace Apprentices.Shared;

/// <summary>About how wide words are in a drawing, on the generous side: only the browser knows its letters exactly.</summary>
internal static class TextWidth
{
    /// <summary>The widest of the fonts the look may fall back to are this much wider than the usual ones.</summary>
    private const double Generous = 1.05;

    public static double Of(string words, double size, bool bold = false) =>
        Generous * size * (bold ? 1.06 : 1) * words.Sum(Of);

    /// <summary>The words as they are, or cut with an ellipsis so that they fit; empty where not even a few letters do.</summary>
    public static string Fit(string words, double room, double size, bool bold = false)
    {
        if (Of(words, size, bold) <= room)
        {
            return words;
        }

        for (var length = words.Length - 1; length >= 3; length--)
        {
            var cut = $"{words[..length].TrimEnd()}…";
            if (Of(cut, size, bold) <= room)
            {
                return cut;
            }
        }

        return "";
    }

    private static double Of(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '!' or '|' or '\'' or ' ' or '(' or ')' => 0.31,
        'f' or 'r' or 't' or '-' or '/' => 0.4,
        'm' or 'w' or 'M' or 'W' or '…' or '←' or '→' or 'æ' or 'Æ' => 0.95,
        _ when char.IsUpper(letter) => 0.72,
        _ when letter > 0x2000 => 1,
        _ => 0.59,
    };
}
