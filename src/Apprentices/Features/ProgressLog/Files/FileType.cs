using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>A kind of file that is taken: how it is told by its content, and what its name may end in.</summary>
public sealed record FileType(AttachmentKind Kind, string MediaType, params IReadOnlyList<string> Endings)
{
    public static FileType Jpeg { get; } = new(AttachmentKind.Image, "image/jpeg", ".jpg", ".jpeg");
    public static FileType Png { get; } = new(AttachmentKind.Image, "image/png", ".png");
    public static FileType WebP { get; } = new(AttachmentKind.Image, "image/webp", ".webp");
    public static FileType Pdf { get; } = new(AttachmentKind.Pdf, "application/pdf", ".pdf");
    public static FileType Word { get; } = new(AttachmentKind.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static FileType Excel { get; } = new(AttachmentKind.Document, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static FileType PowerPoint { get; } = new(AttachmentKind.Document, "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    public static FileType OpenText { get; } = new(AttachmentKind.Document, "application/vnd.oasis.opendocument.text", ".odt");
    public static FileType OpenSheet { get; } = new(AttachmentKind.Document, "application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static FileType OpenSlides { get; } = new(AttachmentKind.Document, "application/vnd.oasis.opendocument.presentation", ".odp");

    public static IReadOnlyList<FileType> All { get; } = [Jpeg, Png, WebP, Pdf, Word, Excel, PowerPoint, OpenText, OpenSheet, OpenSlides];

    public bool Fits(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What the first bytes of a file say it may be. Whether it is that, only the whole of it says.</summary>
public static class FirstBytes
{
    /// <summary>So many are enough to tell.</summary>
    public const int Needed = 16;

    public static bool IsImage(ReadOnlySpan<byte> head) => ImageType(head) is not null;

    public static FileType? ImageType(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileType.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileType.WebP,
        _ => null,
    };

    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The kind whose limit counts, or nothing of those that are taken.</summary>
    public static AttachmentKind? Kind(ReadOnlySpan<byte> head) =>
        IsImage(head) ? AttachmentKind.Image : IsPdf(head) ? AttachmentKind.Pdf : IsZip(head) ? AttachmentKind.Document : null;

    /// <summary>Why a file that is of no kind that is taken is not, in words that help.</summary>
    public static string WhyNot(ReadOnlySpan<byte> head) => head switch
    {
        [] => FileTexts.Empty,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e' or (byte)'i', (byte)'i' or (byte)'v' or (byte)'f', ..] => FileTexts.NotHeic,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileTexts.OldOffice,
        _ when IsDrawing(head) => FileTexts.NotSvg,
        _ => FileTexts.NotTaken,
    };

    private static bool IsDrawing(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<svg"u8) || text.StartsWith("<?xml"u8);
    }
}
