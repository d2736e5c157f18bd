using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Agrees on the day, time and place of a talk, or moves it; those in it are told by an invitation.</summary>
public sealed class PlanTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input : MeetingInput
    {
        /// <summary>Why the day or the time is moved.</summary>
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
        var talk = await db.Evaluations.VisibleTo(user).Where(TalkAccess.PlannedBy(user)).Include(e => e.Participants).SingleOrDefaultAsync(e => e.Id == id, cancel)
            ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = input.Version;
        talk.Agree(input.Meeting(talk.DueOn), input.Reason, user.PersonId, clock.GetUtcNow());
        await TalkMails.QueueMeetingAsync(db, talk, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
