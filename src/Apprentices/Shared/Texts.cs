using System.Globalization;

namespace Apprentices.Shared;

/// <summary>Fills the placeholders of a text in the reader's culture.</summary>
public static class Texts
{
    public static string Format(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>Picks the word for one or for several, and fills the number in as {0}.</summary>
    public static string Count(int number, string one, string several) => Format(number == 1 ? one : several, number);
}
