using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Messages;

/// <summary>What the app sends and has sent, newest first, and what became of each; never what is in it.</summary>
public sealed class ListMessages(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<MailSettings> settings, TimeProvider clock)
{
    public const int PageSize = 25;

    public sealed record Hits(int All, int Waiting, int Failed, int GivenUp, int Sent, int CalledOff)
    {
        public int Of(MessageFate fate) => fate switch
        {
            MessageFate.Waiting => Waiting,
            MessageFate.Failed => Failed,
            MessageFate.GivenUp => GivenUp,
            MessageFate.Sent => Sent,
            MessageFate.CalledOff => CalledOff,
            _ => All,
        };
    }

    /// <param name="Rows">The messages of the page.</param>
    /// <param name="Hits">How many there are of each fate.</param>
    /// <param name="IsPaused">Whether an administrator has paused all sending.</param>
    /// <param name="SendsMail">Whether there is a way out for mail at all.</param>
    public sealed record Result(IReadOnlyList<MessageRow> Rows, Hits Hits, bool IsPaused, bool SendsMail);

    public async Task<Result> RunAsync(MessageQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeMessages);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = query.Chosen(db, user, clock.GetUtcNow());
        var (waiting, failed, givenUp) = (await CountAsync(MessageFate.Waiting), await CountAsync(MessageFate.Failed), await CountAsync(MessageFate.GivenUp));
        var (sent, calledOff) = (await CountAsync(MessageFate.Sent), await CountAsync(MessageFate.CalledOff));
        var rows = await MessageQuery.Sorted(chosen.Where(MessageRow.Has(query.Fate))).Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        return new Result(
            rows, new Hits(waiting + failed + givenUp + sent + calledOff, waiting, failed, givenUp, sent, calledOff),
            await db.MailPauses.VisibleTo(user).AnyAsync(cancel), settings.Value.IsOn);

        Task<int> CountAsync(MessageFate fate) => chosen.CountAsync(MessageRow.Has(fate), cancel);
    }
}
