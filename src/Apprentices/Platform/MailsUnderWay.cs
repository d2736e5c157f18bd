using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>
/// How many mails this instance has in hand, over all its runs that send. They claim one at a time: what one takes is counted before
/// another looks how many may still go.
/// </summary>
public sealed class MailsUnderWay : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);
    private int count;

    public void Dispose() => door.Dispose();

    /// <param name="claim">Claims some or none, told how many are in hand already.</param>
    /// <param name="cancel">Claims none.</param>
    internal async Task<MailBatch<T>?> ClaimAsync<T>(Func<int, Task<MailBatch<T>?>> claim, CancellationToken cancel) where T : QueuedMail
    {
        await door.WaitAsync(cancel);
        try
        {
            var batch = await claim(Volatile.Read(ref count));
            Interlocked.Add(ref count, batch?.Rows.Count ?? 0);
            return batch;
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>They are sent, or free again.</summary>
    internal void LetGo<T>(MailBatch<T> batch) where T : QueuedMail => Interlocked.Add(ref count, -batch.Rows.Count);
}
