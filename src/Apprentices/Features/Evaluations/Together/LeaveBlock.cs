using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Leaves a block of the shared notes to whoever wants to write next; nothing happens where another has it.</summary>
public sealed class LeaveBlock(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TalkChannel channel)
{
    /// <returns>The version it was left in; nothing where she did not have it.</returns>
    public async Task<int?> RunAsync(Guid talkId, string question, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await using var db = await database.CreateDbContextAsync(cancel);
        var block = await db.TalkBlocks
            .VisibleTo(user)
            .SingleOrDefaultAsync(one => one.EvaluationId == talkId && one.Question == question && one.WriterId == user.PersonId, cancel);
        if (block is null)
        {
            return null;
        }

        block.Leave(user.PersonId);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken over in this moment, or its talk was ended: a free block is no more than what it says.
            return null;
        }

        channel.Say(talkId);
        return block.Version;
    }
}
