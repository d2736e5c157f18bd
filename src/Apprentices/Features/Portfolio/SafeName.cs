using System.Globalization;
using System.Text;

namespace Apprentices.Features.Portfolio;

/// <summary>Names of files that every system can unpack, whatever somebody has called them.</summary>
internal static class SafeName
{
    /// <summary>The folder of the files in the zip.</summary>
    public const string Folder = "vedlegg";

    private const int Longest = 80;

    /// <summary>Where a file lies in the zip: its number makes it the only one of its name.</summary>
    public static string Path(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{number:0000}-{Of(name)}");

    /// <summary>Letters, digits and single points and dashes alone; the ending is kept.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormC))
        {
            var kept = char.IsLetterOrDigit(letter) || letter == '.' ? letter : '-';
            if (kept is not ('-' or '.') || (plain.Length > 0 && plain[^1] is not ('-' or '.')))
            {
                plain.Append(kept);
            }
            else if (kept == '.' && plain.Length > 0)
            {
                plain[^1] = kept;
            }
        }

        var safe = plain.ToString().TrimEnd('-', '.');
        var ending = System.IO.Path.GetExtension(safe);
        return safe.Length == 0 ? "fil" : safe.Length <= Longest ? safe : safe[..(Longest - Math.Min(ending.Length, 10))].TrimEnd('-', '.') + ending[..Math.Min(ending.Length, 10)];
    }
}
