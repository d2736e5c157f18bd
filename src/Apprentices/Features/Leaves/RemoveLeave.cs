using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>She is not away after all, and whoever was to stand in sees no more than before.</summary>
public sealed class RemoveLeave(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        var leave = await db.Leaves.VisibleTo(user).SingleOrDefaultAsync(l => l.Id == id, cancel) ?? throw new NotThereException();
        if (leave.DeputyId is { } deputy)
        {
            (await StandingIn.ReadAsync(db, user, leave, cancel)).Withdraw(deputy, user.Today);
        }

        db.Remove(leave);
        await db.SaveChangesAsync(cancel);
    }
}
