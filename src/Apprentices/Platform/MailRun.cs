using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>One run through the rows of a kind that are to be sent, shared by the senders of its connections.</summary>
internal sealed class MailRun<T>(
    IDbContextFactory<AppDbContext> database, IMailer mailer, MailSettings settings, TimeProvider clock,
    Func<AppDbContext, T, CancellationToken, Task<Mail?>> write, JobProgress progress) : IDisposable where T : QueuedMail
{
    /// <summary>Rows that a sender claims together: a killed one holds so many up for a lease, though it doubles one at most.</summary>
    private const int BatchSize = 10;

    /// <summary>So long a mail in flight has to end when the run is stopped: else it would be sent again. Less than a stopping program waits.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait after each failure; the last one repeats until it is given up.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    private readonly SemaphoreSlim door = new(1, 1);
    private int sent;
    private int underWay;
    private volatile bool ended;
    private volatile string? failure;

    public int Sent => sent;

    /// <summary>What hit every mail; then the run has ended before its time.</summary>
    public string? Failure => failure;

    /// <summary>One sender's work, over one connection: claims a few, sends each, until none is left or the run has ended.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        using var inFlight = new CancellationTokenSource();
        await using var stop = cancel.Register(() => inFlight.CancelAfter(Grace));
        while (!ended && await ClaimAsync(cancel) is { Ids.Count: > 0 } batch)
        {
            var tried = 0;
            try
            {
                while (!ended && tried < batch.Ids.Count && clock.GetUtcNow() < batch.LastStartAt)
                {
                    cancel.ThrowIfCancellationRequested();
                    await SendOneAsync(batch.Ids[tried++], batch.Until, inFlight.Token);
                    progress.Step();
                }
            }
            finally
            {
                Interlocked.Add(ref underWay, -batch.Ids.Count);
                await ReleaseAsync(batch.Ids.Skip(tried).ToList(), batch.Until);
            }
        }
    }

    public void Dispose() => door.Dispose();

    private sealed record Batch(IReadOnlyList<Guid> Ids, DateTimeOffset Until, DateTimeOffset LastStartAt);

    private async Task<Batch> ClaimAsync(CancellationToken cancel)
    {
        await door.WaitAsync(cancel);
        try
        {
            while (true)
            {
                await using var db = await database.CreateDbContextAsync(cancel);
                var now = clock.GetUtcNow();
                var until = UntilOf(now);
                var count = Math.Min(BatchSize, await AllowedAsync(db, now, cancel));
                if (count <= 0 || await db.MailPauses.AnyAsync(cancel))
                {
                    return new Batch([], until, until);
                }

                var next = db.Set<T>().Where(QueuedMail.ToSendAt<T>(now)).OrderBy(row => row.NextTryAt).ThenBy(row => row.Id).Take(count);
                if (await db.ClaimAsync(next, row => row.Claim(until), cancel) is { } claimed)
                {
                    Interlocked.Add(ref underWay, claimed.Count);
                    return new Batch([.. claimed.Select(row => row.Id)], until, until - TimeSpan.FromSeconds(settings.TimeoutSeconds));
                }
            }
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>To the millisecond, which both databases keep: by it a sender knows that a row is still its own.</summary>
    private static DateTimeOffset UntilOf(DateTimeOffset now)
    {
        var until = now + MailQueue.Lease;
        return until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>How many more may go out in this minute of the clock; the next run goes on in the next one.</summary>
    private async Task<int> AllowedAsync(AppDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        if (settings.PerMinute == 0)
        {
            return BatchSize;
        }

        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var gone = await db.ReminderMails.CountAsync(row => row.SentAt >= minute, cancel) + await db.TalkMails.CountAsync(row => row.SentAt >= minute, cancel)
            + await db.InvitationMails.CountAsync(row => row.SentAt >= minute, cancel);
        return settings.PerMinute - gone - underWay;
    }

    private async Task SendOneAsync(Guid id, DateTimeOffset until, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var found = await db.Set<T>().Where(row => row.Id == id).Select(row => new { Row = row, IsPaused = db.MailPauses.Any() }).SingleOrDefaultAsync(cancel);
        if (found is not { Row: { SentAt: null, CancelledAt: null, GivenUpAt: null } row } || row.NextTryAt != until)
        {
            return;
        }

        if (found.IsPaused)
        {
            ended = true;
            await ReleaseAsync([id], until);
            return;
        }

        if (await write(db, row, cancel) is not { } mail)
        {
            await KeepAsync(db, row, mine => mine.Cancel(clock.GetUtcNow()));
            return;
        }

        try
        {
            await mailer.SendAsync(mail, cancel);
        }
        catch (MailFailedException failed)
        {
            await KeepAsync(db, row, mine => Fail(mine, failed));
            (ended, failure) = (ended || failed.HitsEveryMail, failed.HitsEveryMail ? failed.Message : failure);
            return;
        }

        await KeepAsync(db, row, mine => mine.MarkSent(clock.GetUtcNow()));
        Interlocked.Increment(ref sent);
    }

    private void Fail(T row, MailFailedException failed)
    {
        var (now, pause) = (clock.GetUtcNow(), Pauses[Math.Min(row.Failures, Pauses.Length - 1)]);
        row.MarkFailed(failed.Kind, failed.Message, now, now + (failed.RetryAfter > pause ? failed.RetryAfter.Value : pause));
    }

    /// <summary>What was claimed and not tried is free again at once.</summary>
    private async Task ReleaseAsync(List<Guid> ids, DateTimeOffset until)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await using var db = await database.CreateDbContextAsync(CancellationToken.None);
        var mine = await db.Set<T>().Where(row => ids.Contains(row.Id) && row.NextTryAt == until).ToListAsync(CancellationToken.None);
        mine.ForEach(row => row.Claim(clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has changed one of them just now; they are free when the lease is over.
        }
    }

    /// <summary>What has happened is written down, whatever else was done to the row meanwhile, and even while the program stops.</summary>
    private static async Task KeepAsync(AppDbContext db, T row, Action<T> change)
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
