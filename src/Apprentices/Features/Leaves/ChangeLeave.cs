using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>Other days, another deputy, or other records for her to see. What the former one was let see, she sees no longer.</summary>
public sealed class ChangeLeave(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">The days or the deputy cannot be, or she is away already on some of those days.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid id, LeaveInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        var leave = await db.Leaves.VisibleTo(user).SingleOrDefaultAsync(l => l.Id == id, cancel) ?? throw new NotThereException();
        if (leave.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        var (person, from, to) = (leave.PersonId, input.FromOn!.Value, input.ToOn!.Value);
        var records = await StandingIn.RecordsAsync(db, user, person, from < leave.FromOn ? from : leave.FromOn, to > leave.ToOn ? to : leave.ToOn, cancel);
        if (leave.DeputyId is { } former)
        {
            new StandingIn(records, person, leave.FromOn, leave.ToOn).Withdraw(former, user.Today);
        }

        var deputy = await db.DeputyAsync(user, input.DeputyId, cancel);
        leave.Set(from, to, deputy?.Id);
        await db.RequireFreeAsync(leave, cancel);
        if (deputy is not null)
        {
            new StandingIn(records, person, from, to).Give(deputy, input.Access);
        }

        await db.SaveChangesAsync(cancel);
    }
}
