using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Files on their way from a browser: one after the other, a picture scaled there first, and how far they have come.</summary>
internal sealed class FileUpload(int count, FileSettings settings, Action changed, CancellationToken gone) : IDisposable
{
    /// <summary>A browser that cannot draw a picture does not say so.</summary>
    private static readonly TimeSpan DrawingPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShownEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(gone);
    private long shownAt;

    public int Count => count;

    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public long Total { get; private set; }

    public long Came { get; private set; }

    public delegate Task Take(string name, Stream content, byte[]? thumbnail, Action<int> came, CancellationToken cancel);

    /// <summary>The sentence for a file that did not come through; nothing where the program itself is at fault.</summary>
    public static string? WhyNot(Exception failure) => failure switch
    {
        OperationCanceledException => FileTexts.Stopped,
        IOException or JSException or TimeoutException => FileTexts.NotSent,
        _ => Refusal.Of(failure),
    };

    public void Begin(IBrowserFile file)
    {
        stop.Token.ThrowIfCancellationRequested();
        (Number, Name, Total, Came) = (Number + 1, FileName.Clean(file.Name), file.Size, 0);
        changed();
    }

    public async Task SendAsync(IBrowserFile file, Take take)
    {
        var scaled = await IsImageAsync(file) ? await ScaleAsync(file, settings.LongestSide) : null;
        var thumbnail = scaled is null ? null : await ReadAsync(await ScaleAsync(file, Thumbnail.LongestSide));
        Total = (scaled ?? file).Size;
        await using var content = Open(scaled ?? file);
        await take(scaled is null ? file.Name : NameOf(scaled), content, thumbnail, Show, stop.Token);
    }

    public void Stop() => stop.Cancel();

    public void Dispose() => stop.Dispose();

    /// <summary>By its first bytes: what is no picture is never drawn, and goes as it is to be told so.</summary>
    private async Task<bool> IsImageAsync(IBrowserFile file)
    {
        var head = new byte[FirstBytes.Needed];
        await using var content = Open(file);
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop.Token);
        return FirstBytes.IsImage(head.AsSpan(0, read));
    }

    /// <returns>Nothing if the browser cannot draw it.</returns>
    private async Task<IBrowserFile?> ScaleAsync(IBrowserFile file, int longest)
    {
        try
        {
            return await file.RequestImageFileAsync(IsPng(file.Name) ? FileType.Png.MediaType : FileType.Jpeg.MediaType, longest, longest).AsTask().WaitAsync(DrawingPatience, stop.Token);
        }
        catch (Exception failure) when (failure is TimeoutException or JSException)
        {
            return null;
        }
    }

    private async Task<byte[]?> ReadAsync(IBrowserFile? file)
    {
        if (file is null || file.Size > Thumbnail.Largest)
        {
            return null;
        }

        using var whole = new MemoryStream();
        await using var content = Open(file);
        await content.CopyToAsync(whole, stop.Token);
        return whole.ToArray();
    }

    private void Show(int bytes)
    {
        Came += bytes;
        if (Environment.TickCount64 - shownAt > ShownEvery.TotalMilliseconds)
        {
            shownAt = Environment.TickCount64;
            changed();
        }
    }

    /// <summary>Without a limit of its own: whoever reads it stops where a file of its kind must end.</summary>
    private Stream Open(IBrowserFile file) => file.OpenReadStream(long.MaxValue, stop.Token);

    private static bool IsPng(string name) => FileType.Png.Fits(name);

    /// <summary>A scaled picture is a PNG or a JPEG, whatever it was, and is named for it.</summary>
    private static string NameOf(IBrowserFile scaled) => IsPng(scaled.Name) ? scaled.Name : Path.ChangeExtension(scaled.Name, FileType.Jpeg.Endings[0]);
}
