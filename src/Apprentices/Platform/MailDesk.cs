using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Writes down which rows are sent and looks at those that come next, for all senders of a run and over one connection: SQLite has one
/// writer, and threads that wait for each other's turn stand idle. Whoever finds nobody at it answers for herself and for all who have
/// asked by then, in two statements; whoever comes in between is answered in the next round.
/// </summary>
internal sealed class MailDesk<T> : IAsyncDisposable where T : QueuedMail
{
    /// <summary>Compiled for a run: each of its mails asks it.</summary>
    private readonly Func<AppDbContext, List<Guid>, IAsyncEnumerable<MailLook>> looks = EF.CompileAsyncQuery((AppDbContext db, List<Guid> ids) =>
        db.Set<T>().Where(row => ids.Contains(row.Id)).Select(row => new MailLook(row.Id, row.Version, db.MailPauses.Any())));

    private readonly AppDbContext db;
    private readonly SentMark<T> mark;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private List<Ask> waiting = [];
    private bool isAnswering;

    public MailDesk(IDbContextFactory<AppDbContext> database, TimeProvider clock)
    {
        (db, this.clock) = (database.CreateDbContext(), clock);
        mark = new(db);
    }

    /// <summary>
    /// One is sent (<see cref="SentMark{T}"/>), which is written down even while the program stops; and the last look at the next before its mail
    /// goes out.
    /// </summary>
    /// <returns>What the next one is now; none where it is gone.</returns>
    public async Task<MailLook?> TurnAsync(T? sent, T? next)
    {
        var ask = new Ask(sent?.Id, next?.Id);
        if (Comes(ask))
        {
            await AnswerAsync();
        }

        return await ask.Answer.Task;
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();

    /// <returns>Whether nobody was at it.</returns>
    private bool Comes(Ask ask)
    {
        lock (gate)
        {
            waiting.Add(ask);
            return !isAnswering && (isAnswering = true);
        }
    }

    /// <summary>None when all are answered; then nobody is at it any more.</summary>
    private List<Ask> TakeAll()
    {
        lock (gate)
        {
            (var taken, waiting) = (waiting, []);
            isAnswering = taken.Count > 0;
            return taken;
        }
    }

    private async Task AnswerAsync()
    {
        for (var together = TakeAll(); together.Count > 0; together = TakeAll())
        {
            try
            {
                await db.Database.OpenConnectionAsync();
                if (together.Select(ask => ask.Sent).OfType<Guid>().ToList() is { Count: > 0 } sent)
                {
                    await mark.SetAsync(sent, clock.GetUtcNow());
                }

                var seen = await LookAsync([.. together.Select(ask => ask.Next).OfType<Guid>()]);
                together.ForEach(ask => ask.Answer.SetResult(ask.Next is { } next ? seen.GetValueOrDefault(next) : null));
            }
            catch (Exception failed)
            {
                // Whoever asked is told; the next may find the database well again.
                together.ForEach(ask => ask.Answer.SetException(failed));
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    private async Task<IReadOnlyDictionary<Guid, MailLook>> LookAsync(List<Guid> ids) =>
        ids.Count == 0 ? new Dictionary<Guid, MailLook>() : await looks(db, ids).ToDictionaryAsync(look => look.Id);

    private sealed record Ask(Guid? Sent, Guid? Next)
    {
        /// <summary>Whoever waits goes on elsewhere: who answers goes on with the next.</summary>
        public TaskCompletionSource<MailLook?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What a row is just before its mail goes out: its version, and whether all sending is paused.</summary>
internal sealed record MailLook(Guid Id, int Version, bool IsPaused);
