using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Home;

/// <summary>What waits for a supervisor, most urgent first, and where each of her apprentices stands.</summary>
public sealed class ReadSupervisorHome(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    /// <summary>More apprentices than this are looked up in the list.</summary>
    public const int Most = 100;

    /// <param name="Tasks">What waits, without what she has put off.</param>
    /// <param name="Next">The goal each of her apprentices is to master next.</param>
    public sealed record View(
        DateOnly Today, IReadOnlyList<WaitingTask> Tasks, IReadOnlyList<Standing> Apprentices, IReadOnlyDictionary<Guid, NextGoal> Next,
        IReadOnlySet<Guid> ToSign, bool HasMore);

    public async Task<View> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.Apprenticeships.VisibleTo(user).SupervisedBy(user).Where(a => a.EndsOn >= user.Today);
        var standings = await mine
            .SelectStanding(user.Today, progress.Value.MarginPercent)
            .OrderBy(standing => standing.SortName).ThenBy(standing => standing.Id)
            .Take(Most + 1)
            .ToListAsync(cancel);

        var toSign = await db.Evaluations.VisibleTo(user).Where(talk => talk.Apprenticeship.PersonId != user.PersonId).ToSignAsync(user, cancel);
        var arranged = await db.Evaluations
            .VisibleTo(user)
            .Where(talk => db.Apprenticeships.SupervisedBy(user).Any(a => a.Id == talk.ApprenticeshipId))
            .Where(talk => talk.Kind != EvaluationKind.HalfYear && talk.State == EvaluationState.Planned && talk.Apprenticeship.EndsOn >= user.Today
                && talk.PlannedOn <= user.Today.AddDays(Standing.HorizonDays))
            .OrderBy(talk => talk.PlannedOn).ThenBy(talk => talk.Id)
            .Select(talk => new ArrangedTalk(
                talk.Id, talk.Kind, talk.Number, talk.PlannedOn ?? user.Today, talk.StartsAt, talk.Apprenticeship.Person.GivenName,
                talk.Apprenticeship.Person.GivenName + " " + talk.Apprenticeship.Person.FamilyName))
            .ToListAsync(cancel);
        var toRate = await GoalsToRateAsync(db, user, mine, cancel);
        var quiet = await QuietAsync(db, user, mine, cancel);

        var due = await DutiesAsync(db, user, cancel);
        var offers = await mine.WithTemplateOffer(db).Select(a => a.Id).ToListAsync(cancel);

        var toConfirm = await db.Placements
            .VisibleTo(user)
            .Where(Placement.WaitsForConfirmationOn(user.Today)).Where(placement => placement.InstructorId == user.PersonId)
            .OrderBy(placement => placement.FromOn).ThenBy(placement => placement.Id)
            .Select(placement => new HandOverToConfirm(
                placement.Id, placement.FromOn, placement.Apprenticeship.Person.GivenName + " " + placement.Apprenticeship.Person.FamilyName))
            .ToListAsync(cancel);

        var toPrepare = await TalksToPrepare.SupervisedAsync(db, user, cancel);
        var shown = standings.Take(Most).ToList();
        var putOff = await db.PutOffs.VisibleTo(user).Where(off => off.UntilOn > user.Today).Select(off => new { off.Kind, off.AboutId }).ToListAsync(cancel);
        var tasks = SupervisorTasks.Of(shown, toSign, toRate, quiet, due, offers.ToHashSet(), toConfirm, toPrepare, arranged, user.Today);
        return new View(
            user.Today,
            [.. tasks.Where(task => task.PutOffAs is not { } kind || !putOff.Exists(off => off.Kind == kind && off.AboutId == task.AboutId))],
            shown,
            await NextGoalsAsync(db, user, [.. shown.Select(standing => standing.Id)], cancel),
            toSign.Select(talk => talk.ApprenticeshipId).ToHashSet(),
            standings.Count > Most);
    }

    /// <summary>Those who have handed in nothing for as long as the setting says, longest first.</summary>
    private async Task<IReadOnlyList<QuietApprentice>> QuietAsync(AppDbContext db, CurrentUser user, IQueryable<Apprenticeship> mine, CancellationToken cancel) =>
        await mine
            .Where(a => a.StartsOn <= user.Today)
            .SelectAttention(db, user.Today, progress.Value.MarginPercent)
            .Where(Attention.IsSilentFor(progress.Value.QuietDays))
            .OrderBy(quiet => quiet.SilentSince).ThenBy(quiet => quiet.SortName).ThenBy(quiet => quiet.Id)
            .Take(Most)
            .Select(quiet => new QuietApprentice(
                quiet.Id, mine.Where(a => a.Id == quiet.Id).Select(a => a.Person.Email).First(), quiet.LastEntryOn,
                quiet.Today.DayNumber - quiet.SilentSince.DayNumber - quiet.AwayDays))
            .ToListAsync(cancel);

    /// <summary>Of each the goal that is expected first of those not mastered.</summary>
    private static async Task<IReadOnlyDictionary<Guid, NextGoal>> NextGoalsAsync(AppDbContext db, CurrentUser user, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var open = db.PlannedGoals.VisibleTo(user).Where(PlannedGoal.Counts).Where(goal => goal.Level < Level.Masters);
        var goals = await open
            .Where(goal => ids.Contains(goal.ApprenticeshipId))
            .Where(goal => !open.Any(other => other.ApprenticeshipId == goal.ApprenticeshipId
                && (other.ExpectedOn < goal.ExpectedOn || (other.ExpectedOn == goal.ExpectedOn && other.Order < goal.Order))))
            .Select(goal => new { goal.ApprenticeshipId, Next = new NextGoal(goal.Id, goal.Title, goal.ExpectedOn) })
            .ToListAsync(cancel);
        return goals.GroupBy(goal => goal.ApprenticeshipId).ToDictionary(hers => hers.Key, hers => hers.First().Next);
    }

    /// <summary>Duties that are hers to see to on the records she follows up, overdue or due soon; the talks stand with the apprentices.</summary>
    private static async Task<IReadOnlyList<DutyToDo>> DutiesAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var rows = await db.DueTo(user)
            .Where(row => !row.IsTalk && row.ApprenticeshipId != null && row.PersonId != user.PersonId)
            .Where(DueRow.NeedsActionBy(user.Today.AddDays(Standing.SoonDays)))
            .SeenToBy(db, user.PersonId, user.Today)
            .MostUrgentFirst(user.Today)
            .Take(Most)
            .ToListAsync(cancel);
        var ids = rows.Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user).Where(a => ids.Contains(a.Id)), cancel);
        return [.. rows.Select(row => new DutyToDo(row, DutyWords.Title(row, names), names.RecordOf(row)?.Name ?? ""))];
    }

    /// <summary>Goals whose day has come, that were worked on since they were last rated, and are not yet mastered.</summary>
    private static Task<List<GoalToRate>> GoalsToRateAsync(
        AppDbContext db, CurrentUser user, IQueryable<Apprenticeship> mine, CancellationToken cancel)
    {
        var shared = db.LogEntries.VisibleTo(user).Where(LogEntry.IsShared);
        return db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => goal.IsLogged && goal.Level < Level.Masters && goal.ExpectedOn <= user.Today && mine.Any(a => a.Id == goal.ApprenticeshipId))
            .Where(goal => goal.RatedOn == null
                || shared.Any(entry => entry.ApprenticeshipId == goal.ApprenticeshipId && entry.WorkedOn > goal.RatedOn
                    && entry.Goals.Any(tied => tied.Id == goal.Id)))
            .OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order)
            .Select(goal => new GoalToRate(goal.Id, goal.ApprenticeshipId, goal.Title))
            .ToListAsync(cancel);
    }
}

/// <summary>What an apprentice is to master next, and by when.</summary>
public sealed record NextGoal(Guid Id, LocalText Title, DateOnly ExpectedOn);

/// <summary>A duty of her role that is overdue or soon due.</summary>
public sealed record DutyToDo(DueRow Due, string Title, string Apprentice);

/// <summary>A hand-over of an apprentice she is to receive, which she has not confirmed.</summary>
public sealed record HandOverToConfirm(Guid Id, DateOnly FromOn, string Apprentice);

/// <summary>A talk beside the half-yearly ones, and when it is.</summary>
public sealed record ArrangedTalk(Guid Id, EvaluationKind Kind, int Number, DateOnly On, TimeOnly? At, string GivenName, string Apprentice);

/// <summary>A goal that waits to be rated.</summary>
public sealed record GoalToRate(Guid Id, Guid ApprenticeshipId, LocalText Title);

/// <summary>An apprentice who has handed in nothing for long.</summary>
/// <param name="ApprenticeshipId">Which contract.</param>
/// <param name="Email">Where to ask her.</param>
/// <param name="LastEntryOn">The last day she has handed in something about; empty where there is none.</param>
/// <param name="Days">For how many days, those she was away not counted.</param>
public sealed record QuietApprentice(Guid ApprenticeshipId, string Email, DateOnly? LastEntryOn, int Days);
