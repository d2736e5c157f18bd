using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>Records that somebody who follows up apprentices is away, and lets whoever stands in see the records meanwhile.</summary>
public sealed class RecordLeave(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">The days or the deputy cannot be, or she is away already on some of those days.</exception>
    public async Task<Guid> RunAsync(Guid personId, LeaveInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.WhoMayBeAway(user).AnyAsync(p => p.Id == personId, cancel))
        {
            throw new NotThereException();
        }

        var deputy = await db.DeputyAsync(user, input.DeputyId, cancel);
        var leave = new Leave(personId, input.FromOn!.Value, input.ToOn!.Value, deputy?.Id);
        await db.RequireFreeAsync(leave, cancel);
        db.Add(leave);
        if (deputy is not null)
        {
            (await StandingIn.ReadAsync(db, user, leave, cancel)).Give(deputy, input.Access);
        }

        await db.SaveChangesAsync(cancel);
        return leave.Id;
    }
}
