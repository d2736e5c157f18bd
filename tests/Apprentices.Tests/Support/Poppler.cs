using System.Diagnostics;

namespace Apprentices.Tests.Support;

/// <summary>What an independent reader (Debian's poppler-utils) finds in a PDF.</summary>
internal static class Poppler
{
    private const string Folder = "/usr/bin";

    public static bool IsThere => File.Exists(Path.Combine(Folder, "pdfinfo")) && File.Exists(Path.Combine(Folder, "pdftotext")) && File.Exists(Path.Combine(Folder, "pdffonts"));

    /// <summary>What one of its programs says of a file.</summary>
    public static async Task<string> AskAsync(string program, byte[] pdf, params string[] options)
    {
        if (!IsThere)
        {
            Missing.Skip("A reader of PDFs (poppler-utils)");
        }

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            string[] to = program == "pdftotext" ? ["-"] : [];
            using var reader = Process.Start(new ProcessStartInfo(Path.Combine(Folder, program), [.. options, file, .. to]) { RedirectStandardOutput = true })!;
            var said = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            Assert.Equal(0, reader.ExitCode);
            return said;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
