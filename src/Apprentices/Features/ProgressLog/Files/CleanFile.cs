using System.Security.Cryptography;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>A file as it may be stored: told by its content, checked to its end, and rid of what pictures tell about people.</summary>
public sealed record CleanFile(FileType Type, string Name, byte[] Bytes, int? Width, int? Height)
{
    private const int EndOfPdfWithin = 1024;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <param name="name">What the client calls it. It must end as files of its kind do.</param>
    /// <param name="bytes">The whole of it.</param>
    /// <param name="limits">How much is taken.</param>
    /// <exception cref="RuleException">It is of no kind that is taken, damaged, too much, or not what its name says.</exception>
    public static CleanFile Of(string name, ReadOnlyMemory<byte> bytes, FileSettings limits)
    {
        var shown = FileName.Clean(name);
        var head = bytes.Span[..Math.Min(bytes.Length, FirstBytes.Needed)];
        var file = FirstBytes.Kind(head) switch
        {
            AttachmentKind.Image when CleanImage.Of(bytes, limits.MostPixels) is var image => new CleanFile(image.Type, shown, image.Bytes, image.Width, image.Height),
            AttachmentKind.Pdf => new CleanFile(ReadPdf(bytes.Span), shown, bytes.ToArray(), null, null),
            AttachmentKind.Document => new CleanFile(OfficeFile.Read(bytes), shown, bytes.ToArray(), null, null),
            _ => throw new RuleException(FirstBytes.WhyNot(head)),
        };
        Rule.Require(file.Type.Fits(shown), Texts.Format(FileTexts.NameSaysOther, file.Type.Endings[0]));
        return file;
    }

    private static FileType ReadPdf(ReadOnlySpan<byte> bytes)
    {
        Rule.Require(bytes[Math.Max(0, bytes.Length - EndOfPdfWithin)..].LastIndexOf("%%EOF"u8) >= 0, FileTexts.DocumentDamaged);
        return FileType.Pdf;
    }
}

/// <summary>A file's name as it may be shown and sent back: no folders, nothing unseen, not too long.</summary>
public static class FileName
{
    private const string Nameless = "fil";

    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(last.EnumerateRunes().Where(IsSeen).Select(rune => rune.ToString())).Trim().TrimEnd('.');
        if (seen.Length == 0 || seen[0] == '.')
        {
            seen = Nameless + seen;
        }

        if (seen.Length <= Attachment.LongestName)
        {
            return seen;
        }

        var ending = Path.GetExtension(seen) is { Length: <= 10 } short10 ? short10 : "";
        return $"{Cut(seen, Attachment.LongestName - ending.Length)}{ending}";
    }

    /// <summary>Marks that turn the direction of writing hide what a name ends in.</summary>
    private static bool IsSeen(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator)
        && rune.Value != 0xFFFD;

    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
