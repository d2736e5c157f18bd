using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>What the form for a leave is filled with, and offers.</summary>
public sealed class ReadLeave(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Name">Who is away.</param>
    /// <param name="Input">As it stands.</param>
    /// <param name="Deputies">Who may stand in: all who train, but herself.</param>
    public sealed record Details(string Name, LeaveInput Input, IReadOnlyList<PersonName> Deputies);

    /// <summary>One record she follows up meanwhile.</summary>
    /// <param name="AssignmentId">By which.</param>
    /// <param name="Apprentice">Whose it is.</param>
    /// <param name="Role">As what she follows it up.</param>
    /// <param name="SeesAnyhow">Whether the one who stands in sees it without any more ado.</param>
    /// <param name="IsGiven">Whether she is let see it, as it stands or is proposed.</param>
    public sealed record Record(Guid AssignmentId, string Apprentice, AssignmentRole Role, bool SeesAnyhow, bool IsGiven);

    /// <param name="personId">Who is away.</param>
    /// <param name="id">A leave of hers; empty for a new one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where either is not there.</returns>
    public async Task<Details?> RunAsync(Guid personId, Guid? id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        var name = await db.WhoMayBeAway(user).Where(p => p.Id == personId).Select(p => p.GivenName + " " + p.FamilyName).SingleOrDefaultAsync(cancel);
        var input = id is null
            ? new LeaveInput()
            : await db.Leaves.VisibleTo(user).Where(leave => leave.Id == id && leave.PersonId == personId)
                .Select(leave => new LeaveInput { FromOn = leave.FromOn, ToOn = leave.ToOn, DeputyId = leave.DeputyId, Version = leave.Version })
                .SingleOrDefaultAsync(cancel);
        return name is null || input is null
            ? null
            : new Details(name, input, await db.People.WhoMayReceiveTo(user).Where(one => one.Id != personId).ToListAsync(cancel));
    }

    /// <summary>The records she follows up on those days. A new deputy is proposed to see them all; one who stays sees what she was let see.</summary>
    public async Task<IReadOnlyList<Record>> RecordsAsync(Guid personId, Guid? id, DateOnly fromOn, DateOnly toOn, Guid deputyId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        var parts = new StandingIn(await StandingIn.RecordsAsync(db, user, personId, fromOn, toOn, cancel), personId, fromOn, toOn).Parts;
        var before = await db.Leaves.VisibleTo(user).SingleOrDefaultAsync(leave => leave.Id == id && leave.PersonId == personId && leave.DeputyId == deputyId, cancel);
        var was = before is null ? [] : (await StandingIn.ReadAsync(db, user, before, cancel)).Parts.ToDictionary(part => part.Hers.Id, part => part.MadeFor(deputyId));
        return
        [
            .. parts.Select(part =>
            {
                var (wasThere, made) = (was.TryGetValue(part.Hers.Id, out var known), known);
                return new Record(part.Hers.Id, part.Record.Person.FullName, part.Hers.Role, part.SeesAnyhow(deputyId, made), !wasThere || made is not null);
            }),
        ];
    }
}
