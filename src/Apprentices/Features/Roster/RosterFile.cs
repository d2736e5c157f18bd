using System.Text;
using Apprentices.Domain;
using Apprentices.Shared;
using CsvHelper;

namespace Apprentices.Features.Roster;

/// <summary>One line of the file: its number, counted from the first below the headings, and its fields as they stand.</summary>
public sealed record RosterLine(int Number, IReadOnlyList<string> Values);

/// <summary>A roster as it was read: headings and lines, and how the file was understood. Whatever is no such file is refused in words.</summary>
public sealed record RosterFile(string Encoding, char Separator, IReadOnlyList<string> Headings, IReadOnlyList<RosterLine> Lines)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestSize = 20 * 1024 * 1024;

    /// <summary>The most lines below the headings.</summary>
    public const int MostLines = 20_000;

    private const int LongestHeadings = 10_000;
    private const int MostColumns = 200;
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>Reads a file: UTF-8, UTF-16 with a mark, or Windows-1252; fields parted by semicolon, comma or tab.</summary>
    /// <exception cref="RuleException">It is empty, too large, or no text with headings.</exception>
    public static RosterFile Read(byte[] bytes)
    {
        Rule.Require(bytes.Length > 0, RosterTexts.FileEmpty);
        Rule.Require(bytes.Length <= LargestSize, RosterTexts.FileTooLarge);
        Rule.Require(!IsWorkbook(bytes), RosterTexts.FileIsWorkbook);

        var (text, encoding) = RosterEncoding.Decode(bytes);
        Rule.Require(!text.Contains('\0', StringComparison.Ordinal), RosterTexts.FileNotText);
        Rule.Require(!string.IsNullOrWhiteSpace(text), RosterTexts.FileEmpty);

        var separator = StatedSeparator(ref text) ?? GuessSeparator(text);
        return Parse(text, encoding, separator);
    }

    private static RosterFile Parse(string text, string encoding, char separator)
    {
        string[]? headings = null;
        var lines = new List<RosterLine>();
        var number = 0;
        foreach (var fields in Records(text, separator))
        {
            var isBlank = Array.TrueForAll(fields, string.IsNullOrWhiteSpace);
            if (headings is null)
            {
                headings = isBlank ? null : fields;
                continue;
            }

            number++;
            if (!isBlank)
            {
                lines.Add(new RosterLine(number, fields));
                Rule.Require(lines.Count <= MostLines, Texts.Format(RosterTexts.FileTooManyRows, MostLines));
            }
        }

        Rule.Require(headings is { Length: > 1 and <= MostColumns }, RosterTexts.FileWithoutColumns);
        Rule.Require(lines.Count > 0, RosterTexts.FileWithoutRows);
        return new RosterFile(encoding, separator, headings!, lines);
    }

    private static IEnumerable<string[]> Records(string text, char separator)
    {
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => Rule.Require(
                record.Reason != CsvMalformedReason.UnterminatedQuote, Texts.Format(RosterTexts.FileQuoteOpen, record.LineNumber)),
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => Tidy(reader.GetString(column)))];
        }
    }

    /// <summary>A field on one line: a line break within quotes is a space here.</summary>
    private static string Tidy(string field) =>
        field.AsSpan().ContainsAny('\r', '\n') ? string.Join(' ', field.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : field.Trim();

    /// <summary>Spreadsheets may write "sep=;" as the first line.</summary>
    private static char? StatedSeparator(ref string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6 || text[5] is not ('\r' or '\n') || !Separators.Contains(text[4]))
        {
            return null;
        }

        var separator = text[4];
        text = text[5..].TrimStart('\r', '\n');
        return separator;
    }

    /// <summary>The separator by which most headings are known; where that does not tell, the one that parts most columns.</summary>
    private static char GuessSeparator(string text)
    {
        var start = text.TrimStart();
        var end = start.AsSpan().IndexOfAny('\r', '\n');
        start = start[..Math.Min(end < 0 ? start.Length : end, LongestHeadings)];
        return Separators.MaxBy(separator =>
        {
            var headings = start.Split(separator);
            return (headings.Count(heading => RosterFields.Of(heading.Trim('"')) is not null), headings.Length);
        });
    }

    private static bool IsWorkbook(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
}

/// <summary>Which bytes stand for which letters.</summary>
internal static class RosterEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By its mark where it has one; else UTF-8 if it is valid, else Windows-1252, in which every byte is something.</summary>
    public static (string Text, string Encoding) Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8.GetString(content[3..]), "UTF-8");
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode.GetString(content[2..]), "UTF-16");
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode.GetString(content[2..]), "UTF-16");
        }

        try
        {
            return (StrictUtf8.GetString(content), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content), "Windows-1252");
        }
    }
}
