using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Reads a file of unknown length into memory, and stops where a file of its kind must end.</summary>
public static class BoundedReading
{
    private const int Step = 81_920;

    /// <exception cref="RuleException">It is of no kind that is taken, or larger than one of its kind may be.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream content, FileSettings limits, Action<int>? came, CancellationToken cancel)
    {
        var head = new byte[FirstBytes.Needed];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        came?.Invoke(read);
        var (most, megabytes) = FirstBytes.Kind(head.AsSpan(0, read)) switch
        {
            AttachmentKind.Image => (limits.LargestImage, limits.LargestImageMegabytes),
            AttachmentKind.Pdf => (limits.LargestPdf, limits.LargestPdfMegabytes),
            AttachmentKind.Document => (limits.LargestDocument, limits.LargestDocumentMegabytes),
            _ => throw new RuleException(FirstBytes.WhyNot(head.AsSpan(0, read))),
        };

        using var whole = new MemoryStream();
        whole.Write(head, 0, read);
        var step = new byte[Step];
        while (read > 0)
        {
            // The one byte more than it may have is asked for, and tells that there are too many.
            read = await content.ReadAsync(step.AsMemory(0, (int)Math.Min(Step, most + 1 - whole.Length)), cancel);
            Rule.Require(whole.Length + read <= most, Texts.Format(FileTexts.TooLarge, megabytes));
            whole.Write(step, 0, read);
            came?.Invoke(read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
