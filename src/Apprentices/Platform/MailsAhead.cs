using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>
/// The batches of one sender, the next of which is taken while the one before it is being sent: writing takes the processor, and sending
/// mostly waits for the server.
/// </summary>
/// <param name="take">Takes the next batch; none when there is no more.</param>
/// <param name="letGo">What becomes of a batch that was taken and is not sent, and how many of it were tried.</param>
/// <param name="cancel">Takes no more.</param>
internal sealed class MailsAhead<T>(Func<CancellationToken, Task<MailBatch<T>?>> take, Func<MailBatch<T>, int, Task> letGo, CancellationToken cancel)
    : IAsyncDisposable where T : QueuedMail
{
    private Task<MailBatch<T>?>? next;

    /// <summary>Begins to take the next one, unless it is begun.</summary>
    public void Begin() => next ??= Task.Run(() => take(cancel), CancellationToken.None);

    /// <summary>Where there was none ahead of time, there may be now: sending them has made room in the minute.</summary>
    public async Task<MailBatch<T>?> NextAsync()
    {
        var batch = next is null ? null : await next;
        next = null;
        return batch ?? await take(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (next is null)
        {
            return;
        }

        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (next.IsCompletedSuccessfully && await next is { } batch)
        {
            await letGo(batch, 0);
        }
    }
}
