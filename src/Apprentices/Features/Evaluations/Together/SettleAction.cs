using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Says that something a talk agreed on is done, or takes that back: the one responsible, or who follows the apprentice up.</summary>
public sealed class SettleAction(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private const int MostTries = 3;

    /// <exception cref="NotThereException">It is not there, its talk is not held yet, or it is not hers to settle.</exception>
    public async Task RunAsync(Guid id, bool done, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleActions);

        for (var tries = 1; ; tries++)
        {
            try
            {
                await SettleAsync(id, done, user, cancel);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Another said something of it in this moment; what is done is done all the same.
            }
        }
    }

    private async Task SettleAsync(Guid id, bool done, CurrentUser user, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var action = await db.AgreedActions
            .VisibleTo(user)
            .Where(AgreedAction.IsTask)
            .Where(one => one.ResponsibleId == user.PersonId || db.Evaluations.Where(TalkAccess.SupervisedBy(user)).Any(mine => mine.Id == one.EvaluationId))
            .SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new NotThereException();
        if (done && action.DoneOn is null)
        {
            action.Finish(user.Today, user.PersonId);
        }
        else if (!done)
        {
            action.Reopen();
        }

        await db.SaveChangesAsync(cancel);
    }
}
