using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula.Moves;

/// <summary>
/// What a move from one edition of a curriculum to another starts from: the goals of both with a proposal which lives on as
/// which, and the apprentices and templates that follow the old one.
/// </summary>
public sealed class ProposeMove(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Code">Udir's code.</param>
    /// <param name="Title">The short title.</param>
    /// <param name="Wording">Udir's words, where they have been imported.</param>
    public sealed record GoalLine(string Code, LocalText Title, OfficialText Wording);

    /// <param name="Id">The apprenticeship.</param>
    /// <param name="Name">The apprentice.</param>
    /// <param name="Workplace">Where she works.</param>
    /// <param name="EndsOn">The last day of the training.</param>
    /// <param name="Ratings">How many ratings her plan has.</param>
    /// <param name="Entries">How many log entries she has written.</param>
    /// <param name="Version">The saves of the record that were seen.</param>
    public sealed record Follower(Guid Id, string Name, string Workplace, DateOnly EndsOn, int Ratings, int Entries, int Version);

    public sealed record Template(Guid Id, string Name, int Tasks, int Version);

    /// <param name="Editions">What can be chosen.</param>
    /// <param name="From">The edition that is left; none where the curriculum is not there.</param>
    /// <param name="To">The edition that is followed instead; none where there is no other.</param>
    /// <param name="Old">Its goals.</param>
    /// <param name="New">Its goals.</param>
    /// <param name="Proposal">Which lives on as which, and why.</param>
    /// <param name="Evidence">How many ratings and log entries there are on a goal, by its code, among the followers.</param>
    /// <param name="Followers">Who follows the old edition and is not done yet.</param>
    /// <param name="Templates">The templates tied to its goals.</param>
    /// <param name="Today">The day.</param>
    public sealed record Result(
        IReadOnlyList<EditionChoice> Editions, EditionChoice From, EditionChoice? To, IReadOnlyList<GoalLine> Old, IReadOnlyList<GoalLine> New,
        IReadOnlyList<SuccessionProposal> Proposal, IReadOnlyDictionary<string, (int Ratings, int Entries)> Evidence,
        IReadOnlyList<Follower> Followers, IReadOnlyList<Template> Templates, DateOnly Today)
    {
        /// <summary>Whether the contracts get another curriculum, which the county consents to.</summary>
        public bool ChangesCurriculum => To is not null && To.Key.Code != From.Key.Code;
    }

    /// <param name="code">The curriculum.</param>
    /// <param name="fromEdition">The edition that is left; the likely one unless given.</param>
    /// <param name="to">The edition that is followed instead; the newest unless given.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if there is no such curriculum or edition.</returns>
    public async Task<Result?> RunAsync(string code, int? fromEdition = null, EditionKey? to = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.MoveToEdition);

        await using var db = await database.CreateDbContextAsync(cancel);
        var editions = await MoveEditions.ReadAsync(db, user, code, cancel);
        var left = fromEdition is null ? editions.LikelyFrom(code) : editions.FirstOrDefault(e => e.Key == new EditionKey(code, fromEdition.Value));
        var next = left is null ? null : to is null ? editions.LikelyTo(left.Key) : editions.FirstOrDefault(e => e.Key == to && e.Key != left.Key);
        if (left is null || (to is not null && next is null))
        {
            return null;
        }

        var (toCode, toNumber) = (next?.Key.Code, next?.Key.Number);
        var goals = await db.Goals.AsNoTracking()
            .Where(g => (g.CurriculumCode == code && g.EditionNumber == left.Key.Number) || (g.CurriculumCode == toCode && g.EditionNumber == toNumber))
            .OrderBy(g => g.Order).ToListAsync(cancel);
        var (old, now) = (goals.Where(g => new EditionKey(g.CurriculumCode, g.EditionNumber) == left.Key).ToList(), goals.Where(g => new EditionKey(g.CurriculumCode, g.EditionNumber) == next?.Key).ToList());
        var following = Following(db.Apprenticeships.VisibleTo(user), left.Key, user.Today);
        var evidence = await following.SelectMany(a => a.Plan).Where(PlannedGoal.Counts)
            .GroupBy(goal => goal.Code)
            .Select(all => new { Code = all.Key, Ratings = all.Sum(goal => goal.Ratings.Count + goal.Predecessors.Sum(before => before.Ratings.Count)) })
            .ToListAsync(cancel);
        var entries = await db.LogEntries.VisibleTo(user).Where(entry => following.Any(a => a.Id == entry.ApprenticeshipId))
            .SelectMany(entry => entry.Goals).Where(PlannedGoal.Counts)
            .GroupBy(goal => goal.Code).Select(all => new { Code = all.Key, Count = all.Count() })
            .ToDictionaryAsync(all => all.Code, all => all.Count, cancel);

        return new Result(
            editions, left, next, [.. old.Select(Line)], [.. now.Select(Line)], next is null ? [] : GoalSuccession.Propose(old, now),
            evidence.ToDictionary(goal => goal.Code, goal => (goal.Ratings, entries.GetValueOrDefault(goal.Code)), StringComparer.Ordinal),
            await FollowersAsync(db, user, following, cancel), await TemplatesAsync(db, user, left.Key, cancel), user.Today);
    }

    /// <summary>Who follows an edition and is under way or still to begin.</summary>
    internal static IQueryable<Apprenticeship> Following(IQueryable<Apprenticeship> rows, EditionKey edition, DateOnly today) =>
        rows.Where(a => a.CurriculumCode == edition.Code && a.CurriculumEdition == edition.Number && a.EndsOn >= today);

    private static GoalLine Line(Goal goal) => new(goal.Code, goal.Title, goal.Wording);

    private static Task<List<Follower>> FollowersAsync(AppDbContext db, CurrentUser user, IQueryable<Apprenticeship> following, CancellationToken cancel)
    {
        var (ratings, entries) = (db.GoalRatings.VisibleTo(user), db.LogEntries.VisibleTo(user));
        return following
            .OrderBy(a => a.Person.SortName).ThenBy(a => a.Id)
            .Select(a => new Follower(
                a.Id, a.Person.GivenName + " " + a.Person.FamilyName, a.Workplace.Name, a.EndsOn,
                ratings.Count(rating => rating.PlannedGoal.ApprenticeshipId == a.Id), entries.Count(entry => entry.ApprenticeshipId == a.Id), a.Version))
            .ToListAsync(cancel);
    }

    private static Task<List<Template>> TemplatesAsync(AppDbContext db, CurrentUser user, EditionKey edition, CancellationToken cancel) =>
        db.PlanTemplates.VisibleTo(user)
            .Where(t => t.CurriculumCode == edition.Code && t.CurriculumEdition == edition.Number && t.RetiredOn == null)
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .Select(t => new Template(t.Id, t.Name, t.Tasks.Count, t.Version))
            .ToListAsync(cancel);
}
