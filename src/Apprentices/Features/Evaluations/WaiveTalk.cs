using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>HR decides that a talk is not to be held, and says why.</summary>
public sealed class WaiveTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        [StringLength(1000)]
        public string? Reason { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WaiveTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.VisibleTo(user).Include(e => e.Participants).SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = input.Version;
        talk.Waive(input.Reason ?? "");
        await TalkMails.QueueMeetingAsync(db, talk, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
