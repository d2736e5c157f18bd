using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations;

/// <summary>Records that a talk was held and what was agreed. Until somebody has signed, it can be corrected the same way.</summary>
public sealed class HoldTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? HeldOn { get; set; }

        [Required]
        [StringLength(Evaluation.LongestSummary)]
        public string? Summary { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.HoldTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(TalkAccess.SupervisedBy(user))
            .WithSealed()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = input.Version;
        var heldOn = input.HeldOn ?? user.Today;
        talk.Hold(heldOn, input.Summary, user.PersonId, await TalkSigning.StepsAsync(db, talk, heldOn, cancel), user.Today);
        await TalkSealing.SealAsync(db, talk, employer.Value.Name, clock.GetUtcNow(), cancel);
        await TalkDuties.SettleAsync(db, talk, user, cancel);
        TalkSealing.TouchAll(db, talk);
        await db.SaveChangesAsync(cancel);
    }
}
