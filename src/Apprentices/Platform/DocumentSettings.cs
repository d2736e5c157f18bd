using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>How documents are printed and checked.</summary>
public sealed class DocumentSettings
{
    /// <summary>The program that prints a document as PDF, such as /usr/bin/chromium; empty: there are no PDFs, the reader prints the page.</summary>
    public string? Chromium { get; set; }

    /// <summary>More arguments for it, parted by spaces; where the program runs as root: --no-sandbox.</summary>
    public string? ChromiumArguments { get; set; }

    /// <summary>After so many seconds a printing is given up.</summary>
    [Range(1, 300, ErrorMessage = "must be from 1 to 300.")]
    public int PrintSeconds { get; set; } = 60;

    /// <summary>How many files a network address may have checked in a minute.</summary>
    [Range(1, 10_000, ErrorMessage = "must be from 1 to 10000.")]
    public int ChecksPerMinute { get; set; } = 20;
}
