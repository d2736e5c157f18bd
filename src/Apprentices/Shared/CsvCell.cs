using System.Globalization;

namespace Apprentices.Shared;

/// <summary>One cell of a file that a spreadsheet opens.</summary>
public static class CsvCell
{
    /// <summary>
    /// The value as text. Text that a spreadsheet would take for a formula gets an apostrophe in front; what holds a separator is
    /// quoted. A number is a number, also below zero.
    /// </summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.00", CultureInfo.CurrentCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(CellText.Of(value.ToString()))),
    };

    /// <summary>Text that no spreadsheet works out.</summary>
    internal static string Harmless(string text) => CellText.LooksLikeAFormula(text) ? $"'{text}" : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
