using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Takes a block of the shared notes to write in it: from nobody, or over from whoever writes there.</summary>
public sealed class TakeBlock(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    /// <summary>What stands in it, and the version it is written upon.</summary>
    public sealed record Taken(string Text, int Version);

    /// <exception cref="RuleException">The talk is not begun, or signed.</exception>
    public async Task<Taken> RunAsync(Guid talkId, string question, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        var block = await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(
            user,
            talkId,
            hand =>
            {
                hand.Talk.RequireUnsigned();
                var block = hand.Block(question);
                block.Take(user.PersonId);
                return block;
            },
            cancel);
        return new Taken(block.Text, block.Version);
    }
}
