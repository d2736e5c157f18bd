using System.Threading.Channels;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Looks at rows and writes down which are sent, for all senders of a run and over one connection. Whoever asks while the database is
/// busy is answered together with the others: two statements for as many as have asked by then. Asks are answered in their order.
/// </summary>
internal sealed class MailDesk<T> : IAsyncDisposable where T : QueuedMail
{
    /// <summary>Compiled for a run: each of its mails asks it.</summary>
    private static readonly Func<AppDbContext, List<Guid>, IAsyncEnumerable<MailLook>> Looks = EF.CompileAsyncQuery((AppDbContext db, List<Guid> ids) =>
        db.Set<T>().Where(row => ids.Contains(row.Id)).Select(row => new MailLook(row.Id, row.Version, db.MailPauses.Any())));

    private readonly Channel<Ask> asked = Channel.CreateUnbounded<Ask>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IDbContextFactory<AppDbContext> database;
    private readonly TimeProvider clock;
    private readonly Task work;

    public MailDesk(IDbContextFactory<AppDbContext> database, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        work = Task.Run(AnswerAsync);
    }

    /// <summary>The last look before a mail goes out: none where the row is gone.</summary>
    public Task<MailLook?> LookAsync(T row) => AskAsync(row.Id, isSent: false);

    /// <summary>Most often it is sent: as <see cref="QueuedMail.MarkSent"/>, whatever else was done to the row meanwhile, and even while the program stops.</summary>
    public Task MarkSentAsync(T row) => AskAsync(row.Id, isSent: true);

    /// <summary>After the last has been answered.</summary>
    public async ValueTask DisposeAsync()
    {
        asked.Writer.Complete();
        await work;
    }

    private Task<MailLook?> AskAsync(Guid id, bool isSent)
    {
        var ask = new Ask(id, isSent);
        return asked.Writer.TryWrite(ask) ? ask.Answer.Task : throw new ObjectDisposedException(nameof(MailDesk<>));
    }

    private async Task AnswerAsync()
    {
        await using var db = await database.CreateDbContextAsync();
        while (await asked.Reader.WaitToReadAsync())
        {
            List<Ask> together = [];
            while (asked.Reader.TryRead(out var ask))
            {
                together.Add(ask);
            }

            try
            {
                await db.Database.OpenConnectionAsync();
                await MarkSentAsync(db, [.. together.Where(ask => ask.IsSent).Select(ask => ask.Id)]);
                var looks = await LookAsync(db, [.. together.Where(ask => !ask.IsSent).Select(ask => ask.Id)]);
                together.ForEach(ask => ask.Answer.SetResult(looks.GetValueOrDefault(ask.Id)));
            }
            catch (Exception failed)
            {
                // Whoever asked is told; the next may find the database well again.
                together.ForEach(ask => ask.Answer.SetException(failed));
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    private async Task MarkSentAsync(AppDbContext db, List<Guid> ids)
    {
        if (ids.Count > 0)
        {
            var now = clock.GetUtcNow();
            await db.Set<T>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.SentAt, now).SetProperty(r => r.FailureKind, (MailFailureKind?)null).SetProperty(r => r.LastFailure, (string?)null)
                    .SetProperty(r => r.Version, r => r.Version + 1));
        }
    }

    private static async Task<IReadOnlyDictionary<Guid, MailLook>> LookAsync(AppDbContext db, List<Guid> ids) =>
        ids.Count == 0 ? new Dictionary<Guid, MailLook>() : await Looks(db, ids).ToDictionaryAsync(look => look.Id);

    private sealed record Ask(Guid Id, bool IsSent)
    {
        /// <summary>Whoever waits goes on elsewhere: the desk goes on with the next.</summary>
        public TaskCompletionSource<MailLook?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What a row is just before its mail goes out: its version, and whether all sending is paused.</summary>
internal sealed record MailLook(Guid Id, int Version, bool IsPaused);
