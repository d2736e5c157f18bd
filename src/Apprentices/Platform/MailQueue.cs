using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Sends rows that are mails, over several connections, one at a time over each. Killed half-way or run twice, it loses none;
/// at worst the one in flight on each connection is sent again, under the same Message-ID.
/// </summary>
public sealed class MailQueue(
    IDbContextFactory<AppDbContext> database, IOptions<MailSettings> options, MailsUnderWay underWay, TimeProvider clock, ILogger<MailQueue> logger)
{
    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static readonly TimeSpan Lease = QueuedMail.LongestHold;

    /// <summary>So many at least go over one connection before another is opened.</summary>
    private const int SmallestShare = 10;

    /// <summary>So many at most are claimed, and written, together.</summary>
    private const int LargestShare = 100;

    /// <param name="mailer">Which way they go.</param>
    /// <param name="writer">Writes the mails.</param>
    /// <param name="progress">How many rows are dealt with, of those that are to be sent as it begins.</param>
    /// <param name="cancel">Ends it after the mails that are in flight.</param>
    /// <returns>How many were sent.</returns>
    /// <exception cref="JobFailedException">The mail server is away or refuses us.</exception>
    public async Task<int> SendAsync<T>(IMailer mailer, MailWriter<T> writer, JobProgress progress, CancellationToken cancel) where T : QueuedMail
    {
        var (settings, count) = (options.Value, await CountAsync(writer, cancel));
        progress.Begin(count);
        var share = Math.Clamp((count + settings.Connections - 1) / settings.Connections, SmallestShare, LargestShare);
        await using var run = new MailRun<T>(database, mailer, settings, underWay, clock, logger, writer, share, progress);
        await Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(_ => run.SendAsync(cancel)));
        return run.Failure is { } failure ? throw new JobFailedException(failure) : run.Sent;
    }

    private async Task<int> CountAsync<T>(MailWriter<T> writer, CancellationToken cancel) where T : QueuedMail
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Set<T>().Where(writer.Which).CountAsync(QueuedMail.ToSendAt<T>(clock.GetUtcNow()), cancel);
    }
}
