using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// What was changed that is on no apprentice's record: who may what, the people of the house, settings, templates, forms; newest first.
/// What is about somebody who is an apprentice and nothing else is read on her record, where it is noted who reads.
/// </summary>
public sealed class ListHouseChanges(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TraceKeys keys)
{
    /// <param name="Of">Whom the list is narrowed to; nobody: all of it.</param>
    /// <param name="Changes">A page of them.</param>
    public sealed record View(string? Of, ChangePage Changes);

    /// <param name="personId">Only what is about her.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where there is no such person.</returns>
    public async Task<View?> RunAsync(Guid? personId = null, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeHouseChanges);

        await using var db = await database.CreateDbContextAsync(cancel);
        var traces = db.ChangeTraces.VisibleTo(db, user)
            .Where(trace => trace.ApprenticeshipId == null
                && !((trace.Subject!.Person!.Roles & ~Roles.Apprentice) == Roles.None && db.Apprenticeships.Any(a => a.PersonId == trace.Subject!.PersonId)));
        if (personId is null)
        {
            return new View(null, await ChangePage.ReadAsync(db, traces, keys, page, withDuties: true, cancel));
        }

        var name = await db.People.VisibleTo(db, user).Where(person => person.Id == personId).Select(person => person.GivenName + " " + person.FamilyName).SingleOrDefaultAsync(cancel);
        return name is null
            ? null : new View(name, await ChangePage.ReadAsync(db, traces.Where(trace => trace.Subject!.PersonId == personId), keys, page, withDuties: true, cancel));
    }
}
