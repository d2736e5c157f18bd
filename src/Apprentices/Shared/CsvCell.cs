using System.Globalization;

namespace Apprentices.Shared;

/// <summary>One cell of a file that a spreadsheet opens.</summary>
public static class CsvCell
{
    /// <summary>
    /// The value as text. What a spreadsheet would take for a formula gets an apostrophe in front; what holds a separator is
    /// quoted.
    /// </summary>
    public static string Of(object? value)
    {
        var text = value switch
        {
            null => "",
            DateOnly day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = $"'{text}";
        }

        return text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
