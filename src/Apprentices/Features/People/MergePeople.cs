using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>
/// Makes one of a person who was entered twice. Everything that names the one names the other afterwards, and the one is
/// gone; name and address stay those of the one that is kept.
/// </summary>
public sealed partial class MergePeople(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TraceKeys keys, TimeProvider clock)
{
    public sealed class Input
    {
        public PersonChoice Kept { get; set; } = new();
        public PersonChoice Gone { get; set; } = new();
    }

    /// <summary>What would move to the one that is kept.</summary>
    public sealed record Preview(int Apprenticeships, int Assignments, int Talks, int Ratings, int Goals, int Reminders);

    public async Task<Preview> PreviewAsync(Guid goneId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.People.VisibleTo(db, user).Where(p => p.Id == goneId).Select(p => new Preview(
            db.Apprenticeships.Count(a => a.PersonId == goneId),
            db.Assignments.Count(s => s.PersonId == goneId),
            db.Evaluations.Count(e => e.HeldById == goneId || e.Signatures.Any(s => s.PersonId == goneId)),
            db.GoalRatings.Count(r => r.RatedById == goneId),
            db.PlannedGoals.Count(g => g.ResponsibleId == goneId),
            db.Reminders.Count(r => r.RecipientId == goneId))).SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
    }

    /// <exception cref="RuleException">The two are the same, cannot be one person, or the last of the house would go.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);
        Rule.Require(input.Kept.Id is not null && input.Gone.Id is not null, PeopleTexts.ChooseBoth);
        Rule.Require(input.Kept.Id != input.Gone.Id, PeopleTexts.SamePerson);

        await using var db = await database.CreateDbContextAsync(cancel);
        var kept = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(p => p.Id == input.Kept.Id, cancel) ?? throw new NotThereException();
        var gone = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(p => p.Id == input.Gone.Id, cancel) ?? throw new NotThereException();
        Rule.Require(gone.Id != user.PersonId, PeopleTexts.NotYourself);
        Rule.Require(!gone.Roles.HasFlag(Roles.Administrator) || kept.Roles.HasFlag(Roles.Administrator), PeopleTexts.NoNewAdministrator);

        await LastOfTheHouse.KeepAsync(db, user, () => MoveAsync(db, gone, kept, cancel), cancel);
    }

    private async Task MoveAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        await MoveApprenticeshipsAsync(db, gone, kept, cancel);
        await MoveAssignmentsAsync(db, gone, kept, cancel);
        await MoveTalksAsync(db, gone, kept, cancel);
        await MoveRestAsync(db, gone, kept, cancel);
        await MoveAccountsAsync(db, gone, kept, cancel);
        kept.Grant(gone.GivenRoles);
        if (kept.Phone is null)
        {
            kept.Reach(gone.Phone);
        }

        // The save notes who all this was of: only then is she known to the traces as the one that is kept.
        await db.SaveChangesAsync(cancel);
        await MoveTracesAsync(db, gone, kept, cancel);
        db.Remove(gone);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task MoveApprenticeshipsAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        var starts = await db.Apprenticeships.Where(a => a.PersonId == kept.Id).Select(a => a.StartsOn).ToListAsync(cancel);
        foreach (var apprenticeship in await db.Apprenticeships.Where(a => a.PersonId == gone.Id).ToListAsync(cancel))
        {
            Rule.Require(!starts.Contains(apprenticeship.StartsOn), Texts.Format(PeopleTexts.SameStart, SpokenDate.Digits(apprenticeship.StartsOn)));
            apprenticeship.MoveTo(kept);
        }

        var own = await db.Assignments.AnyAsync(s =>
            (s.PersonId == gone.Id && s.Apprenticeship.PersonId == kept.Id) || (s.PersonId == kept.Id && s.Apprenticeship.PersonId == gone.Id), cancel);
        Rule.Require(!own, PeopleTexts.FollowsTheOther);
    }

    /// <summary>Where both had the role at the same time, one assignment stays, which lasts as long as both together.</summary>
    private static async Task MoveAssignmentsAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        var theirs = await db.Assignments.Where(s => s.PersonId == kept.Id).ToListAsync(cancel);
        foreach (var assignment in await db.Assignments.Where(s => s.PersonId == gone.Id).ToListAsync(cancel))
        {
            var same = theirs.Find(s => IsSameRole(s, assignment) && s.IsDeputy == assignment.IsDeputy && s.Overlaps(assignment));
            if (same is not null)
            {
                same.Join(assignment);
                db.Remove(assignment);
            }
            else
            {
                assignment.MoveTo(kept.Id);
                theirs.Add(assignment);
            }
        }

        // Nobody stands in for herself.
        db.RemoveRange(theirs.Where(deputy => deputy.IsDeputy && theirs.Exists(s => !s.IsDeputy && IsSameRole(s, deputy) && s.Covers(deputy))));
    }

    private static bool IsSameRole(Assignment one, Assignment other) => one.ApprenticeshipId == other.ApprenticeshipId && one.Role == other.Role;

    private async Task MoveRestAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        foreach (var rating in await db.GoalRatings.Where(r => r.RatedById == gone.Id).ToListAsync(cancel))
        {
            rating.MoveTo(kept.Id);
        }

        foreach (var happened in await db.LogEvents.Where(e => e.ById == gone.Id).ToListAsync(cancel))
        {
            happened.MoveTo(kept.Id);
        }

        foreach (var file in await db.Attachments.Where(f => f.AddedById == gone.Id).ToListAsync(cancel))
        {
            file.MoveTo(kept.Id);
        }

        foreach (var observation in await db.Observations.Where(o => o.AuthorId == gone.Id).ToListAsync(cancel))
        {
            observation.MoveTo(kept.Id);
        }

        foreach (var goal in await db.PlannedGoals.Where(g => g.ResponsibleId == gone.Id).ToListAsync(cancel))
        {
            goal.MoveTo(kept.Id);
        }

        foreach (var entry in await db.RecordEntries.Where(e => e.RecordedById == gone.Id).ToListAsync(cancel))
        {
            entry.MoveTo(kept.Id);
        }

        foreach (var duty in await db.TrackedDuties.Where(d => d.DoneById == gone.Id || d.SentById == gone.Id).ToListAsync(cancel))
        {
            duty.MoveTo(gone.Id, kept.Id);
        }

        foreach (var placement in await db.Placements.Where(p => p.InstructorId == gone.Id || p.ConfirmedById == gone.Id).ToListAsync(cancel))
        {
            placement.MoveTo(kept.Id, gone.Id);
        }

        await MoveTestsAsync(db, gone, kept, cancel);
        foreach (var edition in await db.PlanEditions.Where(e => e.MadeById == gone.Id).ToListAsync(cancel))
        {
            edition.MoveTo(kept.Id);
        }

        foreach (var edition in await db.TemplateEditions.Where(e => e.PublishedById == gone.Id).ToListAsync(cancel))
        {
            edition.MoveTo(kept.Id);
        }

        foreach (var token in await db.AccessTokens.Where(t => t.CreatedById == gone.Id).ToListAsync(cancel))
        {
            token.MoveTo(kept.Id, clock.GetUtcNow());
        }

        await db.MailPauses.Where(pause => pause.PausedById == gone.Id).ExecuteUpdateAsync(pause => pause.SetProperty(p => p.PausedById, kept.Id), cancel);

        // A reminder both were promised is kept once.
        var promised = await db.Reminders.Where(r => r.RecipientId == gone.Id)
            .Select(r => new { Reminder = r, Twice = db.Reminders.Any(o => o.RecipientId == kept.Id && o.Subject == r.Subject && o.AboutId == r.AboutId && o.DueOn == r.DueOn && o.Step == r.Step) })
            .ToListAsync(cancel);
        foreach (var reminder in promised)
        {
            if (reminder.Twice)
            {
                db.Remove(reminder.Reminder);
            }
            else
            {
                reminder.Reminder.MoveTo(kept.Id);
            }
        }

        foreach (var mail in await db.ReminderMails.Where(mail => mail.RecipientId == gone.Id).ToListAsync(cancel))
        {
            mail.MoveTo(kept.Id);
        }

        // What both put off is the kept one's.
        await db.PutOffs.Where(off => off.PersonId == gone.Id && !db.PutOffs.Any(o => o.PersonId == kept.Id && o.Kind == off.Kind && o.AboutId == off.AboutId))
            .ExecuteUpdateAsync(off => off.SetProperty(o => o.PersonId, kept.Id), cancel);

        // How she is told is chosen once; who is away, and who stands in, is the kept one.
        await db.NotificationChoices.Where(choice => choice.PersonId == gone.Id).ExecuteDeleteAsync(cancel);
        foreach (var leave in await db.Leaves.Where(leave => leave.PersonId == gone.Id || leave.DeputyId == gone.Id).ToListAsync(cancel))
        {
            leave.MoveTo(gone.Id, kept.Id);
        }

        await MoveAccessAsync(db, gone, kept, cancel);

        // The address of a calendar is told once and goes with the one that had it; the kept one has her own, or makes one.
        await db.FeedAddresses.Where(address => address.PersonId == gone.Id).ExecuteDeleteAsync(cancel);

        // Whoever paused a job; it has no history either.
        await db.JobStates.Where(state => state.PausedById == gone.Id).ExecuteUpdateAsync(state => state.SetProperty(s => s.PausedById, kept.Id), cancel);

        // Drafts have no history, so they may be moved at once; of what both typed in one place the kept one has two.
        await db.Drafts.Where(d => d.AuthorId == gone.Id).ExecuteUpdateAsync(draft => draft.SetProperty(d => d.AuthorId, kept.Id), cancel);
    }
}
