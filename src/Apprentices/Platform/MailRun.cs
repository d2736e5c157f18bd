using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>One run through the rows of a kind that are to be sent, shared by the senders of its connections.</summary>
/// <param name="share">How many rows a sender claims together: a killed one holds so many up for a lease, though it doubles one at most.</param>
internal sealed partial class MailRun<T>(
    IDbContextFactory<AppDbContext> database, IMailer mailer, MailSettings settings, MailsUnderWay underWay, TimeProvider clock, ILogger logger,
    MailWriter<T> writer, int share, JobProgress progress)
    : IAsyncDisposable where T : QueuedMail
{
    /// <summary>So long a mail in flight has to end when the run is stopped: else it would be sent again. Less than a stopping program waits.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait after each failure; the last one repeats until it is given up.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    private readonly MailDesk<T> desk = new(database, clock);
    private int sent;
    private volatile bool ended;
    private volatile string? failure;

    public int Sent => sent;

    /// <summary>What hit every mail; then the run has ended before its time.</summary>
    public string? Failure => failure;

    /// <summary>One sender's work, over one connection: takes some, sends each, until none is left or the run has ended.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        using var inFlight = new CancellationTokenSource();
        await using var stop = cancel.Register(() => inFlight.CancelAfter(Grace));
        await using var taking = new MailsAhead<T>(TakeAsync, LetGoAsync, cancel);
        while (await taking.NextAsync() is { } batch)
        {
            await SendAsync(batch, taking, cancel, inFlight.Token);
        }
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private async Task SendAsync(MailBatch<T> batch, MailsAhead<T> taking, CancellationToken cancel, CancellationToken inFlight)
    {
        var lastStartAt = batch.Until - TimeSpan.FromSeconds(settings.TimeoutSeconds);
        var tried = 0;
        T? gone = null;
        try
        {
            while (!ended && tried < batch.Rows.Count && clock.GetUtcNow() < lastStartAt)
            {
                cancel.ThrowIfCancellationRequested();
                if (writer.Together > 1 && tried >= batch.Rows.Count / 2)
                {
                    taking.Begin();
                }

                var place = tried++;
                if (!batch.Mails.IsReady(place))
                {
                    gone = await MarkAsync(gone);
                }

                var (row, written) = (batch.Rows[place], await batch.Mails.OfAsync(place, inFlight));
                var seen = await desk.TurnAsync(gone, row);
                gone = null;
                gone = await SendOneAsync(batch, row, written, seen, inFlight) ? row : null;
                progress.Step();
            }
        }
        finally
        {
            try
            {
                await MarkAsync(gone);
            }
            finally
            {
                await LetGoAsync(batch, tried);
            }
        }
    }

    /// <summary>Claims some and, where many are written together, writes the first of them.</summary>
    private async Task<MailBatch<T>?> TakeAsync(CancellationToken cancel)
    {
        if (ended)
        {
            return null;
        }

        var batch = await underWay.ClaimAsync(already => ClaimAsync(already, cancel), cancel);
        if (batch is not null && writer.Together > 1)
        {
            await batch.Mails.TryWriteAsync(cancel);
        }

        return batch;
    }

    /// <summary>Those that were not tried are free again.</summary>
    private async Task LetGoAsync(MailBatch<T> batch, int tried)
    {
        await using (batch)
        {
            underWay.LetGo(batch);
            await batch.FreeAsync(batch.Rows.Skip(tried));
        }
    }

    /// <summary>Where the next one takes its time, the last is written down before.</summary>
    private async Task<T?> MarkAsync(T? gone)
    {
        if (gone is not null)
        {
            await desk.TurnAsync(gone, next: null);
        }

        return null;
    }

    /// <returns>None where there are none.</returns>
    private async Task<MailBatch<T>?> ClaimAsync(int already, CancellationToken cancel)
    {
        var db = await database.CreateDbContextAsync(cancel);
        MailBatch<T>? batch = null;
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            var now = clock.GetUtcNow();
            var until = UntilOf(now);
            var count = Math.Min(share, await AllowedAsync(db, now, already, cancel));
            var next = db.Set<T>().Where(QueuedMail.ToSendAt<T>(now)).Where(writer.Which).OrderBy(row => row.NextTryAt).ThenBy(row => row.Id).Take(count);
            var claimed = count <= 0 || await db.MailPauses.AnyAsync(cancel) ? [] : await db.ClaimAsync(next, until, cancel);
            return batch = claimed.Count == 0 ? null : new MailBatch<T>(db, claimed, new MailsWritten<T>(writer, claimed, clock), until, clock);
        }
        finally
        {
            if (batch is null)
            {
                await db.DisposeAsync();
            }
        }
    }

    /// <summary>To the millisecond, which both databases keep: by it a sender knows that a row is still its own.</summary>
    private static DateTimeOffset UntilOf(DateTimeOffset now)
    {
        var until = now + MailQueue.Lease;
        return until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>How many more may go out in this minute of the clock; the next run goes on in the next one.</summary>
    private async Task<int> AllowedAsync(AppDbContext db, DateTimeOffset now, int already, CancellationToken cancel)
    {
        if (settings.PerMinute == 0)
        {
            return share;
        }

        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var gone = await db.ReminderMails.CountAsync(row => row.SentAt >= minute, cancel) + await db.TalkMails.CountAsync(row => row.SentAt >= minute, cancel)
            + await db.InvitationMails.CountAsync(row => row.SentAt >= minute, cancel);
        return settings.PerMinute - gone - already;
    }

    /// <returns>Whether the mail server took it: that is still to be written down.</returns>
    private async Task<bool> SendOneAsync(MailBatch<T> batch, T row, WrittenMail written, MailLook? seen, CancellationToken cancel)
    {
        if (seen is not { IsPaused: false } || seen.Version != row.Version)
        {
            // Where somebody has changed the row, whoever takes it next writes it anew.
            ended |= seen is { IsPaused: true };
            await batch.FreeAsync([row]);
            return false;
        }

        if (written.Failure is { } wrong)
        {
            Log.NotWritten(logger, typeof(T).Name, row.Id, wrong.GetType(), wrong.StackTrace);
            await batch.KeepAsync(row, mine => Fail(mine, new MailFailedException(MailFailureKind.NotWritten, wrong.GetType().Name, hitsEveryMail: false)));
            return false;
        }

        if (written.Mail is not { } mail)
        {
            await batch.KeepAsync(row, mine => mine.Cancel(clock.GetUtcNow()));
            return false;
        }

        try
        {
            await mailer.SendAsync(mail, cancel);
        }
        catch (MailFailedException failed)
        {
            await batch.KeepAsync(row, mine => Fail(mine, failed));
            (ended, failure) = (ended || failed.HitsEveryMail, failed.HitsEveryMail ? failed.Message : failure);
            return false;
        }

        Interlocked.Increment(ref sent);
        return true;
    }

    private void Fail(T row, MailFailedException failed)
    {
        var (now, pause) = (clock.GetUtcNow(), Pauses[Math.Min(row.Failures, Pauses.Length - 1)]);
        row.MarkFailed(failed.Kind, failed.Message, now, now + (failed.RetryAfter > pause ? failed.RetryAfter.Value : pause));
    }

    private static partial class Log
    {
        /// <summary>Without what the error says, which may be something about somebody.</summary>
        [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} {Id} cannot be written: {Failure}\n{Stack}")]
        public static partial void NotWritten(ILogger logger, string kind, Guid id, Type failure, string? stack);
    }
}
