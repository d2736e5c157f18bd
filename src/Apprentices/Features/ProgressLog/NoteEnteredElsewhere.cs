using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice notes that an entry stands in the training office's own system too (OLKWEB), or takes the note back.</summary>
public sealed class NoteEnteredElsewhere(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="NotThereException">It is not there, or not her own.</exception>
    public async Task RunAsync(Guid entryId, bool isEntered, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        DateOnly? on = isEntered ? user.Today : null;

        // No part of what is approved: whoever reads the entry meanwhile can still decide.
        var noted = await db.LogEntries
            .VisibleTo(user)
            .Where(entry => entry.Id == entryId && entry.Apprenticeship.PersonId == user.PersonId)
            .ExecuteUpdateAsync(entry => entry.SetProperty(e => e.EnteredElsewhereOn, on), cancel);
        if (noted == 0)
        {
            throw new NotThereException();
        }
    }
}
