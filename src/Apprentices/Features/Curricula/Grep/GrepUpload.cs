using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>
/// Uploaded files, on the disk only as long as they are read. Where the system lets one, their names are taken away at once, so that
/// nothing is left even if the program is killed.
/// </summary>
public sealed class GrepUpload(GrepSettings limits) : IDisposable
{
    /// <summary>What the names of the files begin with while they have one.</summary>
    public const string Prefix = "apprentices-upload-";

    private const long Megabyte = 1024 * 1024;

    private readonly List<GrepFile> files = [];
    private long taken;

    public IReadOnlyList<GrepFile> Files => files;

    /// <summary>Refuses a file by its size alone, before anything of it is sent.</summary>
    /// <exception cref="RuleException">It is larger than a file of its kind may be.</exception>
    public void Check(string name, long size)
    {
        var most = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? limits.LargestArchiveMegabytes : limits.LargestFileMegabytes;
        Rule.Require(size <= most * Megabyte, Texts.Format(CurriculaTexts.FileTooLarge, GrepFiles.Shown(name), most));
        Rule.Require(taken + size <= limits.LargestUnpackedMegabytes * Megabyte, Texts.Format(CurriculaTexts.FilesTooLarge, limits.LargestUnpackedMegabytes));
        taken += size;
    }

    /// <summary>Takes in a file that was checked.</summary>
    public async Task TakeAsync(string name, Stream content, Action<int>? progress, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.CreateVersion7():N}");
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        files.Add(new GrepFile(name, file));
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            progress?.Invoke(read);
        }

        file.Position = 0;
    }

    public void Dispose() => files.ForEach(file => file.Content.Dispose());
}
