using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>Rows that one sender holds for a while. What becomes of each, but that it is sent, is written down by itself, and at once.</summary>
/// <param name="db">Where the rows are followed; it ends with the batch.</param>
/// <param name="rows">The rows as they were claimed.</param>
/// <param name="mails">Their mails.</param>
/// <param name="until">So long they are held.</param>
/// <param name="clock">Now.</param>
internal sealed class MailBatch<T>(AppDbContext db, IReadOnlyList<T> rows, MailsWritten<T> mails, DateTimeOffset until, TimeProvider clock)
    : IAsyncDisposable where T : QueuedMail
{
    public IReadOnlyList<T> Rows => rows;

    public MailsWritten<T> Mails => mails;

    public DateTimeOffset Until => until;

    public ValueTask DisposeAsync() => db.DisposeAsync();

    /// <summary>What has happened is written down, whatever else was done to the row meanwhile, and even while the program stops.</summary>
    public async Task KeepAsync(T row, Action<T> change)
    {
        for (var kept = false; !kept;)
        {
            change(row);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                kept = true;
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(row).ReloadAsync(CancellationToken.None);
                kept = db.Entry(row).State == EntityState.Detached;
            }
        }
    }

    /// <summary>Those of them that are still held and were not tried are free again at once.</summary>
    public async Task FreeAsync(IEnumerable<T> untried)
    {
        var (ids, now) = (untried.Select(row => row.Id).ToList(), clock.GetUtcNow());
        if (ids.Count > 0)
        {
            await db.Set<T>().Where(row => ids.Contains(row.Id) && row.NextTryAt == until)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.NextTryAt, now).SetProperty(r => r.Version, r => r.Version + 1), CancellationToken.None);
        }
    }
}
