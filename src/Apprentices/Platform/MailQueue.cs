using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Sends rows that are mails, one at a time. Killed half-way or run twice, it loses none; at worst the one in flight is sent
/// again, under the same Message-ID.
/// </summary>
public sealed class MailQueue(IDbContextFactory<AppDbContext> database, IMailer mailer, TimeProvider clock)
{
    /// <summary>Rows looked up together.</summary>
    private const int PageSize = 50;

    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after each failure; the last one repeats until it is given up.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    /// <param name="toSend">Which rows are to be sent at a moment.</param>
    /// <param name="write">The mail of a row; nothing where it no longer holds, and then it is called off.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were sent.</returns>
    /// <exception cref="JobFailedException">The mail server is away or refuses us.</exception>
    public async Task<int> SendAsync<T>(
        Func<DateTimeOffset, Expression<Func<T, bool>>> toSend, Func<AppDbContext, T, CancellationToken, Task<Mail?>> write, CancellationToken cancel)
        where T : class, IQueuedMail
    {
        var sent = 0;
        for (var page = await PageAsync(toSend, cancel); page.Count > 0; page = await PageAsync(toSend, cancel))
        {
            foreach (var id in page)
            {
                sent += await SendOneAsync(id, toSend, write, cancel) ? 1 : 0;
            }
        }

        return sent;
    }

    private async Task<List<Guid>> PageAsync<T>(Func<DateTimeOffset, Expression<Func<T, bool>>> toSend, CancellationToken cancel) where T : class, IQueuedMail
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Set<T>()
            .Where(toSend(clock.GetUtcNow()))
            .OrderBy(row => row.NextTryAt).ThenBy(row => row.Id)
            .Select(row => row.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    private async Task<bool> SendOneAsync<T>(
        Guid id, Func<DateTimeOffset, Expression<Func<T, bool>>> toSend, Func<AppDbContext, T, CancellationToken, Task<Mail?>> write, CancellationToken cancel)
        where T : class, IQueuedMail
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await ClaimAsync(db, id, toSend, cancel) is not { } row)
        {
            return false;
        }

        if (await write(db, row, cancel) is not { } mail)
        {
            await KeepAsync(db, row, mine => mine.Cancel(clock.GetUtcNow()));
            return false;
        }

        try
        {
            await mailer.SendAsync(mail, cancel);
        }
        catch (MailFailedException failure)
        {
            await KeepAsync(db, row, mine => mine.MarkFailed(failure.Message, clock.GetUtcNow() + PauseAfter(mine.Failures)));
            return failure.HitsEveryMail ? throw new JobFailedException(failure.Message) : false;
        }

        await KeepAsync(db, row, mine => mine.MarkSent(clock.GetUtcNow()));
        return true;
    }

    /// <summary>Takes the row for itself; nothing if another sender was faster.</summary>
    private async Task<T?> ClaimAsync<T>(AppDbContext db, Guid id, Func<DateTimeOffset, Expression<Func<T, bool>>> toSend, CancellationToken cancel)
        where T : class, IQueuedMail
    {
        var now = clock.GetUtcNow();
        var row = await db.Set<T>().Where(toSend(now)).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (row is null)
        {
            return null;
        }

        try
        {
            row.Claim(now + Lease);
            await db.SaveChangesAsync(cancel);
            return row;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private static TimeSpan PauseAfter(int failures) => Pauses[Math.Min(failures, Pauses.Length - 1)];

    /// <summary>What has happened is written down, whatever else was done to the row meanwhile, and even while the program stops.</summary>
    private static async Task KeepAsync<T>(AppDbContext db, T row, Action<T> change) where T : class, IQueuedMail
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
}
