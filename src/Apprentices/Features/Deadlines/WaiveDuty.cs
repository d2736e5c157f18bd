using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>Decides that a duty is not to be done, and says why.</summary>
public sealed class WaiveDuty(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required]
        [StringLength(TrackedDuty.LongestNote)]
        public string? Reason { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WaiveDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (duty, _) = await DutyAccess.FindAsync(db, user, id, input.Version, cancel);
        if (!DutyAccess.MayWaive(user, duty.Basis))
        {
            throw new NotAllowedException(Policy.WaiveDuties);
        }

        duty.Waive(input.Reason ?? "", user.Today, user.PersonId);
        await db.SaveChangesAsync(cancel);
    }
}
