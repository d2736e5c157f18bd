using System.Globalization;

namespace Apprentices.Shared;

/// <summary>Fills the placeholders of a text in the reader's culture.</summary>
public static class Texts
{
    /// <summary>A value that ends in a full stop, such as "12. nov.", brings the one that the text has after it.</summary>
    public static string Format(string text, params object?[] values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            if (values[place] is string words && words.EndsWith('.'))
            {
                text = text.Replace($"{{{place}}}.", $"{{{place}}}", StringComparison.Ordinal);
            }
        }

        return string.Format(CultureInfo.CurrentCulture, text, values);
    }

    /// <summary>Picks the word for one or for several, and fills the number in as {0}.</summary>
    public static string Count(int number, string one, string several) => Format(number == 1 ? one : several, number);

    /// <summary>A name as it stands in the middle of a sentence; what begins with an abbreviation, such as IT, stays as it is.</summary>
    public static string Within(string text) =>
        text.Length > 1 && char.IsUpper(text[1]) ? text : char.ToLower(text[0], CultureInfo.CurrentCulture) + text[1..];
}
