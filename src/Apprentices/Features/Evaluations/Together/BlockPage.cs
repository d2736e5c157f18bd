using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>The browser's part of a block: it keeps what is typed until the server says that it is saved (<c>BlockField.razor.js</c>).</summary>
/// <param name="module">The script.</param>
/// <param name="place">The name it keeps it under: of the person too, for a shared machine.</param>
internal sealed class BlockPage(IJSObjectReference module, string place) : IAsyncDisposable
{
    /// <summary>What was typed, and the version it was typed upon.</summary>
    public sealed record Kept(string Text, int Seen);

    public static async Task<BlockPage> OpenAsync(IJSRuntime script, string address, string place) =>
        new(await script.InvokeAsync<IJSObjectReference>("import", address), place);

    public ValueTask WatchAsync(ElementReference field) => module.InvokeVoidAsync("watch", field, place);

    public ValueTask SavedAsync(string text) => TryAsync(() => module.InvokeVoidAsync("saved", place, text));

    public ValueTask ForgetAsync() => TryAsync(() => module.InvokeVoidAsync("forget", place));

    public ValueTask<Kept?> KeptAsync() => module.InvokeAsync<Kept?>("kept", place);

    /// <summary>The last words of a field that is taken away.</summary>
    public async ValueTask<string?> StopAsync(ElementReference field)
    {
        string? last = null;
        await TryAsync(async () => last = await module.InvokeAsync<string?>("stop", field));
        return last;
    }

    public ValueTask DisposeAsync() => TryAsync(module.DisposeAsync);

    /// <summary>Where the page is gone, so is what it kept in mind.</summary>
    private static async ValueTask TryAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException or ObjectDisposedException)
        {
            // What is not taken away is asked for when the page opens again.
        }
    }
}
