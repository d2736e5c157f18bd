using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>The day of a talk as a file for a calendar, for who would rather put it there herself.</summary>
public sealed class DownloadTalkCalendar(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <summary>The calendar object, or nothing where no day is agreed, or the talk is not there or not the reader's to see.</summary>
    public async Task<string?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.VisibleTo(user)
            .Where(e => e.State == EvaluationState.Planned && e.PlannedOn != null)
            .Include(e => e.Apprenticeship).ThenInclude(a => a.Person).Include(e => e.Participants)
            .AsNoTracking().AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (talk is null)
        {
            return null;
        }

        await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Record, cancel: cancel);
        var attendees = await TalkAttendees.ReadAsync(db, talk, cancel);
        var reader = new TalkAttendee(user.PersonId, "", "", null, Language.Bokmal, user.PersonId == talk.Apprenticeship.PersonId, ByRole: true);
        var meeting = TalkCalendar.Of(talk, (talk.PlannedOn!.Value, talk.StartsAt), talk.CalendarSequence, reader, attendees, settings.Value, withLink: true, clock.GetUtcNow());
        return CalendarText.Of(meeting with { Attendees = [], Organizer = null }, CalendarMethod.Publish);
    }
}
