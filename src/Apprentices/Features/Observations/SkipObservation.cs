using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <summary>A supervisor writes nothing of an apprentice this week; on Monday she is asked again.</summary>
public sealed class SkipObservation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="NotThereException">There is no such record, or the one who asks does not follow up its apprentice.</exception>
    public async Task RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.Observe);

        await using (var db = await database.CreateDbContextAsync(cancel))
        {
            if (!await db.Apprenticeships.VisibleTo(user).SupervisedBy(user).AnyAsync(a => a.Id == apprenticeshipId, cancel))
            {
                throw new NotThereException();
            }
        }

        await database.PutOffAsync(user, PutOffKind.Observation, apprenticeshipId, LogEntry.MondayOf(user.Today).AddDays(7), cancel);
    }
}
