using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Words for files.</summary>
public static class FileWords
{
    private const double Kilobyte = 1024;

    /// <summary>A size as people say it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Texts.Format(FileTexts.SizeBytes, bytes),
        < 1024 * 1024 => Texts.Format(FileTexts.SizeKilobytes, Math.Round(bytes / Kilobyte)),
        _ => Texts.Format(FileTexts.SizeMegabytes, Math.Round(bytes / (Kilobyte * Kilobyte), 1)),
    };

    /// <summary>What it is, in a word or two.</summary>
    public static string Kind(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Image => FileTexts.Image,
        AttachmentKind.Pdf => FileTexts.Pdf,
        _ => FileTexts.Document,
    };
}
