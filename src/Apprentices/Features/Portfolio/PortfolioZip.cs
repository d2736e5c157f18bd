using System.IO.Compression;
using System.Text;

namespace Apprentices.Features.Portfolio;

/// <summary>A zip that is written straight to where it goes, one part after the other, and gives way wherever that is slow.</summary>
internal sealed class PortfolioZip : IAsyncDisposable
{
    private readonly ZipArchive zip;
    private readonly GivingWay into;
    private readonly DateTimeOffset at;

    private PortfolioZip(ZipArchive zip, GivingWay into, DateTimeOffset at) => (this.zip, this.into, this.at) = (zip, into, at);

    public static async Task<PortfolioZip> BeginAsync(Stream into, DateTimeOffset at, CancellationToken cancel)
    {
        var givingWay = new GivingWay(into);
        return new(await ZipArchive.CreateAsync(givingWay, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel), givingWay, at);
    }

    public Task WriteAsync(string name, string text, CancellationToken cancel) =>
        WriteAsync(name, CompressionLevel.Optimal, async part => await part.WriteAsync(Encoding.UTF8.GetBytes(text), cancel), cancel);

    public Task WriteAsync(string name, Func<Stream, Task> writeAsync, CancellationToken cancel) => WriteAsync(name, CompressionLevel.Optimal, writeAsync, cancel);

    /// <summary>Pictures, PDF and Office files are compressed already.</summary>
    public Task WriteFileAsync(string name, byte[] bytes, CancellationToken cancel) =>
        WriteAsync(name, CompressionLevel.NoCompression, async part => await part.WriteAsync(bytes, cancel), cancel);

    public async ValueTask DisposeAsync()
    {
        await zip.DisposeAsync();
        await into.FlushAsync(CancellationToken.None);
        await into.DisposeAsync();
    }

    private async Task WriteAsync(string name, CompressionLevel compression, Func<Stream, Task> writeAsync, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var entry = zip.CreateEntry(name, compression);
        entry.LastWriteTime = at;
        await using (var part = await entry.OpenAsync(cancel))
        {
            await writeAsync(part);
        }

        await into.FlushAsync(cancel);
    }
}
