using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>Takes back that a duty was done, waived or sent: it was marked so by mistake.</summary>
public sealed class ReopenDuty(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="id">The duty.</param>
    /// <param name="version">The version the reader saw.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (duty, record) = await DutyAccess.FindAsync(db, user, id, version, cancel);

        // What one may not waive, one may not ask for again either.
        if (duty.State == DutyState.Waived && !(user.Allows(Policy.WaiveDuties) && DutyAccess.MayWaive(user, duty.Basis)))
        {
            throw new NotAllowedException(Policy.WaiveDuties);
        }

        if (record is null)
        {
            duty.Reopen();
        }
        else
        {
            record.Reopen(duty);
        }

        await db.SaveChangesAsync(cancel);
    }
}
