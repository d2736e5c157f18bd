using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Writes down which rows are sent and looks at those that come next, for all senders of a run and over one connection: SQLite has one
/// writer, and threads that wait for each other's turn stand idle. Whoever finds nobody at it answers for herself and for all who have
/// asked by then, in one command; whoever comes in between is answered in the next round.
/// </summary>
internal sealed class MailDesk<T> : IAsyncDisposable where T : QueuedMail
{
    private readonly AppDbContext db;
    private readonly MailTurns<T> turns;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private List<Ask> waiting = [];
    private bool isAnswering;

    public MailDesk(IDbContextFactory<AppDbContext> database, TimeProvider clock)
    {
        (db, this.clock) = (database.CreateDbContext(), clock);
        turns = new(db);
    }

    /// <summary>
    /// One is sent (<see cref="MailTurns{T}"/>), which is written down even while the program stops; and the last look at the next before its mail
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

    public async ValueTask DisposeAsync()
    {
        await turns.DisposeAsync();
        await db.DisposeAsync();
    }

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
                var seen = await turns.TakeAsync(
                    [.. together.Select(ask => ask.Sent).OfType<Guid>()], clock.GetUtcNow(), [.. together.Select(ask => ask.Next).OfType<Guid>()]);
                together.ForEach(ask => ask.Answer.SetResult(ask.Next is { } next ? seen.GetValueOrDefault(next) : null));
            }
            catch (Exception failed)
            {
                // Whoever asked is told; the next may find the database well again.
                together.ForEach(ask => ask.Answer.SetException(failed));
                await turns.DisposeAsync();
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    private sealed record Ask(Guid? Sent, Guid? Next)
    {
        /// <summary>Whoever waits goes on elsewhere: who answers goes on with the next.</summary>
        public TaskCompletionSource<MailLook?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
