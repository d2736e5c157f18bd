using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>A supervisor puts something a talk agreed that she does off until tomorrow.</summary>
public sealed class PutOffAction(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="NotThereException">It is done, or not hers to do.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        await using (var db = await database.CreateDbContextAsync(cancel))
        {
            if (!await db.AgreedActions.VisibleTo(user).Where(AgreedAction.IsTask).AnyAsync(action => action.Id == id && action.ResponsibleId == user.PersonId && action.DoneOn == null, cancel))
            {
                throw new NotThereException();
            }
        }

        await database.PutOffAsync(user, PutOffKind.AgreedAction, id, user.Today.AddDays(1), cancel);
    }
}
