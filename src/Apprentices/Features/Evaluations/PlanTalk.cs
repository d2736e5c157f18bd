using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Agrees on the day of a talk, or moves it.</summary>
public sealed class PlanTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? PlannedOn { get; set; }

        /// <summary>Why the day is moved.</summary>
        [StringLength(1000)]
        public string? Reason { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.VisibleTo(user).Where(TalkAccess.PlannedBy(user)).SingleOrDefaultAsync(e => e.Id == id, cancel)
            ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = input.Version;
        talk.Agree(new Evaluation.Meeting(input.PlannedOn ?? talk.DueOn, talk.StartsAt, talk.Minutes, talk.Place, talk.VideoLink), input.Reason, user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
