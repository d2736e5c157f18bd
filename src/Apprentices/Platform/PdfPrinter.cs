using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>Thrown when a PDF could not be made.</summary>
public sealed class PrintFailedException(string why) : Exception(why);

/// <summary>
/// Prints a self-contained page as a tagged PDF with an outline, by a headless Chromium where the server has one. Each printing has a
/// folder of its own that goes with it, no network, no input and a time limit; whatever is left running is killed.
/// </summary>
public sealed partial class PdfPrinter(IOptions<DocumentSettings> settings, ILogger<PdfPrinter> logger) : IDisposable
{
    /// <summary>So many at once; the others wait.</summary>
    private readonly SemaphoreSlim places = new(2);

    public bool IsThere => !string.IsNullOrWhiteSpace(settings.Value.Chromium);

    /// <exception cref="PrintFailedException">There is no Chromium, it failed, or it took too long.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("apprentices-print-");
        try
        {
            return await PrintAsync(html, folder, cancel);
        }
        finally
        {
            places.Release();
            Remove(folder);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<byte[]> PrintAsync(string html, DirectoryInfo folder, CancellationToken cancel)
    {
        var (page, paper) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
        await File.WriteAllTextAsync(page, html, cancel);
        using var chromium = Start(folder, page, paper);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.Value.PrintSeconds));
        try
        {
            chromium.StandardInput.Close();
            await Task.WhenAll(chromium.StandardOutput.ReadToEndAsync(limit.Token), chromium.StandardError.ReadToEndAsync(limit.Token), chromium.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Log.TookTooLong(logger, settings.Value.PrintSeconds);
            throw new PrintFailedException("It took too long.");
        }
        finally
        {
            if (!chromium.HasExited)
            {
                chromium.Kill(entireProcessTree: true);
            }
        }

        if (chromium.ExitCode != 0 || !File.Exists(paper))
        {
            Log.Failed(logger, chromium.ExitCode);
            throw new PrintFailedException($"It ended with {chromium.ExitCode}.");
        }

        return await File.ReadAllBytesAsync(paper, cancel);
    }

    private Process Start(DirectoryInfo folder, string page, string paper)
    {
        var start = new ProcessStartInfo(settings.Value.Chromium ?? "")
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={paper}",
            .. (settings.Value.ChromiumArguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Nothing of the server's own settings and secrets goes along.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["HOME"], start.Environment["TMPDIR"], start.Environment["LANG"]) = (path, folder.FullName, folder.FullName, "C.UTF-8");
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception notThere)
        {
            Log.NotStarted(logger, notThere.NativeErrorCode);
            throw new PrintFailedException("It could not be started.");
        }
    }

    /// <summary>Only its owner could read it; where a process that is just ending still writes there, the operating system tidies up.</summary>
    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Left among the temporary files.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Printing a document was given up after {Seconds} seconds")]
        public static partial void TookTooLong(ILogger logger, int seconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "Printing a document failed: Chromium ended with {Code}")]
        public static partial void Failed(ILogger logger, int code);

        [LoggerMessage(Level = LogLevel.Error, Message = "Printing a document failed: Chromium could not be started, error {Code}")]
        public static partial void NotStarted(ILogger logger, int code);
    }
}
