using System.Globalization;

namespace Apprentices.Domain;

/// <summary>The national identity number (fødselsnummer, or D-number): eleven digits, of which the last two check the others.</summary>
public static class NationalId
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether it can be one: a day that exists, and both check digits right.</summary>
    public static bool IsValid(string number) => number.Length == 11 && number.All(char.IsAsciiDigit) && IsDay(number) && Checks(number, First) && Checks(number, Second);

    private static bool IsDay(string number)
    {
        // A D-number has 4 added to its first digit.
        var first = number[0] - '0';
        var day = (char)('0' + (first >= 4 ? first - 4 : first)) + number[1..6];
        return Enumerable.Range(18, 3).Any(century =>
            DateOnly.TryParseExact($"{day[..4]}{century}{day[4..]}", "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    private static bool Checks(string number, int[] weights) => weights.Select((weight, place) => weight * (number[place] - '0')).Sum() % 11 == 0;
}
