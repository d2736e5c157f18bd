using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>What was changed of a record in the app: who, when, in which use case, which columns, from and to; newest first.</summary>
public sealed class ListChanges(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, TraceKeys keys)
{
    /// <returns>Nothing where the record is not there or not the reader's to see.</returns>
    public async Task<ChangePage?> RunAsync(Guid id, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeChanges);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == id).Select(a => (Guid?)a.PersonId).SingleOrDefaultAsync(cancel) is not { } owner)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.Changes, cancel: cancel);
        var known = await db.TracePersons.Where(one => one.PersonId == owner).Select(one => (Guid?)one.Id).ToListAsync(cancel);
        var traces = db.ChangeTraces.VisibleTo(db, user).Where(trace => trace.ApprenticeshipId == id || (trace.ApprenticeshipId == null && known.Contains(trace.SubjectId)));
        return await ChangePage.ReadAsync(db, traces, keys, page, user.Allows(Policy.SeeDuties), cancel);
    }
}
