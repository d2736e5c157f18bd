using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>Records that the county or the training office was told. Until it answers, it is asked again after some weeks.</summary>
public sealed class SendDuty(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
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
            duty.MarkSent(on, user.PersonId, user.Today);
        }
        else
        {
            record.MarkSent(duty, on, user.PersonId, user.Today);
        }

        await db.SaveChangesAsync(cancel);
    }
}
