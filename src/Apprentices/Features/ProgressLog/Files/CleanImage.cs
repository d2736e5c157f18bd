using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>A picture without what it told about where, when, by whom and with what it was taken.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Bytes">What is stored.</param>
/// <param name="Width">As it is shown, in pixels.</param>
/// <param name="Height">As it is shown.</param>
public sealed record CleanImage(FileType Type, byte[] Bytes, int Width, int Height)
{
    /// <exception cref="RuleException">It is no whole picture of a kind that is taken, or has too many pixels.</exception>
    public static CleanImage Of(ReadOnlyMemory<byte> bytes, long mostPixels)
    {
        var type = FirstBytes.ImageType(bytes.Span);
        return type == FileType.Jpeg ? JpegImage.Clean(bytes, mostPixels)
            : type == FileType.Png ? PngImage.Clean(bytes.Span, mostPixels)
            : type == FileType.WebP ? WebPImage.Clean(bytes.Span, mostPixels)
            : throw new RuleException(FirstBytes.WhyNot(bytes.Span[..Math.Min(bytes.Length, FirstBytes.Needed)]));
    }

    /// <exception cref="RuleException">It is a picture of nothing, or of too much.</exception>
    internal static void RequireSize(long width, long height, long mostPixels)
    {
        Require(width > 0 && height > 0);
        Rule.Require(width * height <= mostPixels, Shared.Texts.Format(FileTexts.TooManyPixels, (width * height + 500_000) / 1_000_000, mostPixels / 1_000_000));
    }

    /// <exception cref="RuleException">It is cut off or damaged.</exception>
    internal static void Require(bool isWhole) => Rule.Require(isWhole, FileTexts.ImageDamaged);
}
