using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Takes back what somebody handed in, as long as it has not opened.</summary>
public sealed class TakeBackPreparation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PrepareTalks);

        await PreparationWork.RetryAsync(async () =>
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var (talk, party) = await PreparationWork.LoadAsync(db, user, id, cancel);
            talk.TakeBackPreparation(party);
            PreparationWork.Hold(db, talk);
            await db.SaveChangesAsync(cancel);
        });
    }
}
