using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Saves what somebody has prepared so far for a talk; nobody else reads it until the talk opens.</summary>
public sealed class SavePreparation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(Guid id, PreparationInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PrepareTalks);

        await PreparationWork.RetryAsync(async () =>
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var (talk, party) = await PreparationWork.LoadAsync(db, user, id, cancel);
            await PreparationWork.WriteAsync(db, user, talk, party, input, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
        });
    }
}
