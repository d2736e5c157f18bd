using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>
/// What a talk is to be about: goals of the half-year that are not mastered, goals that are seen differently, what earlier talks
/// agreed on and nobody has finished, the parts of the form, and the points people have added. For those who may read the talk.
/// </summary>
public sealed class ReadAgenda(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>So many actions stand in it, the earliest first.</summary>
    private const int MostActions = 50;

    public sealed record Goal(Guid Id, LocalText Title, Level Level, bool IsDisputed);

    /// <summary>What was agreed and is still to be done.</summary>
    public sealed record Action(string What, string Responsible, DateOnly DueOn);

    /// <param name="HalfYear">The half-year the goals are of.</param>
    /// <param name="Points">What people have added.</param>
    /// <param name="Version">The talk's version, for the form.</param>
    public sealed record Details(int HalfYear, string? Points, int Version, DateOnly Today)
    {
        public IReadOnlyList<Goal> NotMastered { get; init; } = [];
        public IReadOnlyList<Goal> Disputed { get; init; } = [];
        public IReadOnlyList<Action> Actions { get; init; } = [];
        public IReadOnlyList<LocalText> Sections { get; init; } = [];

        /// <summary>Those of the two who have not handed in their preparation.</summary>
        public FormParties NotPrepared { get; init; }
        public bool MayWrite { get; init; }
    }

    /// <summary>The agenda, or nothing where the talk is over, is not there, or is not the reader's to read.</summary>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.ContentVisibleTo(user)
            .Where(e => e.State == EvaluationState.Planned)
            .Include(e => e.FormEdition).Include(e => e.Preparations)
            .AsNoTracking().AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (talk is null)
        {
            return null;
        }

        var record = await db.Apprenticeships.Where(a => a.Id == talk.ApprenticeshipId).Include(a => a.Interruptions).AsNoTracking().SingleAsync(cancel);
        var half = talk.Kind == EvaluationKind.HalfYear ? talk.Number
            : record.HalfYears.LastOrDefault(one => one.StartsOn <= user.Today)?.Number ?? 1;
        var goals = await GoalsAsync(db, user, talk.ApprenticeshipId, cancel);
        var actions = await db.AgreedActions.VisibleTo(user)
            .Where(AgreedAction.IsTask)
            .Where(action => action.ApprenticeshipId == talk.ApprenticeshipId && action.EvaluationId != id && action.DoneOn == null)
            .OrderBy(action => action.DueOn).ThenBy(action => action.Order).ThenBy(action => action.Id)
            .Take(MostActions)
            .Select(action => new Action(action.What, action.Responsible.GivenName + " " + action.Responsible.FamilyName, action.DueOn))
            .ToListAsync(cancel);
        var form = talk.FormEdition ?? await TalkForms.CurrentAsync(db, talk.Kind, cancel);
        var handedIn = talk.Preparations.Where(one => one.HandedInAt is not null).Aggregate(FormParties.None, (all, one) => all | one.Party);
        var begun = talk.Preparations.Where(one => one.HandedInAt is null).Aggregate(FormParties.None, (all, one) => all | one.Party);
        var hasAwaited = talk.Preparations.Any(one => one.Party != FormParties.Apprentice && one.IsAwaited && one.HandedInAt is not null);
        const FormParties supervisors = FormParties.Instructor | FormParties.TrainingManager;
        return new Details(half, talk.Agenda, talk.Version, user.Today)
        {
            NotMastered = [.. goals.Where(goal => goal.HalfYear == half && goal.Of.Level < Level.Masters && !goal.Of.IsDisputed).Select(goal => goal.Of)],
            Disputed = [.. goals.Where(goal => goal.Of.IsDisputed).Select(goal => goal.Of)],
            Actions = actions,
            Sections = form?.Content.Sections.Select(section => section.Title).ToList() ?? [],
            NotPrepared = talk.HasOpened || form is null ? FormParties.None
                : (handedIn.HasFlag(FormParties.Apprentice) ? FormParties.None : FormParties.Apprentice)
                | (hasAwaited && (begun & supervisors) == FormParties.None ? FormParties.None : FormParties.Instructor),
            MayWrite = user.Allows(Policy.PrepareTalks),
        };
    }

    private static async Task<IReadOnlyList<(int HalfYear, Goal Of)>> GoalsAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel)
    {
        var goals = await db.PlannedGoals.VisibleTo(user)
            .Where(goal => goal.ApprenticeshipId == apprenticeshipId)
            .Where(PlannedGoal.Counts)
            .OrderBy(goal => goal.Order)
            .Select(goal => new { goal.Id, goal.Title, goal.Level, goal.HalfYear })
            .ToListAsync(cancel);
        var ratings = (await db.GoalRatings.VisibleTo(user)
            .Where(rating => rating.PlannedGoal.ApprenticeshipId == apprenticeshipId)
            .Select(rating => new RatingRead(rating.PlannedGoalId, rating.Level, rating.RatedOn, rating.RatedAt, rating.RatedById))
            .ToListAsync(cancel)).ToLookup(rating => rating.GoalId);
        return
        [
            .. goals.Select(goal => (goal.HalfYear, new Goal(
                goal.Id, goal.Title, goal.Level, LevelReading.Of(goal.Id, [.. ratings[goal.Id]], user.Today).IsDisputed))),
        ];
    }
}
