using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>Pictures and documents that go with log entries: how large, how many. Whatever is more is refused, in words.</summary>
public sealed class FileSettings
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The largest picture, as it is sent.</summary>
    [Range(1, 50, ErrorMessage = "must be from 1 to 50.")]
    public int LargestImageMegabytes { get; set; } = 10;

    [Range(1, 100, ErrorMessage = "must be from 1 to 100.")]
    public int LargestPdfMegabytes { get; set; } = 20;

    /// <summary>The largest text, spreadsheet or presentation.</summary>
    [Range(1, 100, ErrorMessage = "must be from 1 to 100.")]
    public int LargestDocumentMegabytes { get; set; } = 20;

    /// <summary>The most files with one entry.</summary>
    [Range(1, 50, ErrorMessage = "must be from 1 to 50.")]
    public int MostPerEntry { get; set; } = 10;

    /// <summary>The most pixels of a picture, in millions.</summary>
    [Range(1, 200, ErrorMessage = "must be from 1 to 200.")]
    public int LargestMegapixels { get; set; } = 30;

    /// <summary>What the browser scales the longest side of a picture down to before it is sent, in pixels.</summary>
    [Range(500, 8000, ErrorMessage = "must be from 500 to 8000.")]
    public int LongestSide { get; set; } = 2000;

    public long MostPixels => LargestMegapixels * 1_000_000L;

    public long LargestImage => LargestImageMegabytes * Megabyte;

    public long LargestPdf => LargestPdfMegabytes * Megabyte;

    public long LargestDocument => LargestDocumentMegabytes * Megabyte;
}
