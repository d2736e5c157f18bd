using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Arranges a talk beside the half-yearly ones, on a day. Where the record asks for such a talk, that is settled once it is held.</summary>
public sealed class ArrangeTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input : MeetingInput
    {
        [Required]
        public EvaluationKind? Kind { get; set; }

        /// <summary>The duty it is arranged for; where none is named, the next one of its kind.</summary>
        public Guid? DutyId { get; set; }
    }

    /// <returns>The talk's id.</returns>
    public async Task<Guid> RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ArrangeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.Apprenticeships.VisibleTo(user).Where(TalkAccess.ArrangedBy(user))
            .Include(a => a.Evaluations).Include(a => a.Duties).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();

        var (kind, on) = (input.Kind ?? EvaluationKind.Extra, input.PlannedOn ?? user.Today);
        var duty = TalkDuties.For(record, kind, input.DutyId);
        var opensOn = new[] { on, user.Today, duty?.OpensOn ?? on }.Min();
        var talk = record.ArrangeTalk(kind, opensOn, duty?.DueOn ?? on, duty?.Subject ?? Guid.Empty);
        talk.Agree(input.Meeting(on), reason: null, user.PersonId, clock.GetUtcNow());
        await TalkMails.QueueMeetingAsync(db, talk, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return talk.Id;
    }
}
