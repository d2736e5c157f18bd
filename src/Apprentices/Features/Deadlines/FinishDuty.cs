using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>Records that a duty was done, or that whoever was told has confirmed it.</summary>
public sealed class FinishDuty(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? On { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (duty, record) = await DutyAccess.FindAsync(db, user, id, input.Version, cancel);
        var on = input.On ?? user.Today;
        if (record is null)
        {
            duty.MarkDone(on, user.PersonId, user.Today);
        }
        else
        {
            record.MarkDone(duty, on, user.PersonId, user.Today);
        }

        await db.SaveChangesAsync(cancel);
    }
}
