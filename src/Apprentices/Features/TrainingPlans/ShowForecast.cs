using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Where one apprenticeship stands: the forecast with its reasons, each half-year and each goal against its day, and for the apprentice herself what to do next.</summary>
public sealed class ShowForecast(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>More steps than so many are no help.</summary>
    public const int MostSteps = 3;

    public sealed record Goal(Guid Id, LocalText Title, int HalfYear, DateOnly ExpectedOn, DateOnly? DocumentedOn, int? DaysLate, bool IsLogged, bool IsRated);

    /// <summary>What she can do next, the most pressing first.</summary>
    public enum StepKind
    {
        /// <summary>An entry was sent back to her.</summary>
        Returned,

        /// <summary>A goal's day has come, and she has not written about it.</summary>
        NoLog,

        /// <summary>She has written about a goal, and nobody has rated it.</summary>
        AskForRating,

        /// <summary>A talk is next.</summary>
        Talk,
    }

    /// <param name="Kind">What to do.</param>
    /// <param name="Id">The entry, the goal or the talk.</param>
    /// <param name="Title">The goal.</param>
    /// <param name="On">The day the entry is about, the goal was expected, or the talk is to be held by.</param>
    /// <param name="Who">Whom to ask.</param>
    public sealed record Step(StepKind Kind, Guid Id, LocalText? Title, DateOnly On, string? Who = null);

    /// <param name="Days">Its days.</param>
    /// <param name="Documented">How many of its goals are documented.</param>
    /// <param name="Expected">How many are expected by today.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Half(HalfYear Days, int Documented, int Expected, int Total);

    public sealed record View(Guid ApprenticeshipId, bool IsOwn, Forecast Forecast, IReadOnlyList<Half> Halves, IReadOnlyList<Goal> Goals, IReadOnlyList<Step> Steps);

    /// <param name="apprenticeshipId">Whose; one's own if none is named.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<View?> RunAsync(Guid? apprenticeshipId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id).OrderBy(a => a.Id) : open.OwnOf(user);
        if (await open.WithForecastFacts().FirstOrDefaultAsync(cancel) is not { } contract)
        {
            return null;
        }

        var forecast = Forecast.For(ForecastFacts.Of(contract, user.Today));
        var late = forecast.Goals.ToDictionary(goal => goal.Id, goal => goal.DaysLate);
        List<Goal> goals =
        [
            .. contract.Plan.Where(goal => goal.LeftOn is null).OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order).Select(goal => new Goal(
                goal.Id, goal.Title, goal.HalfYear, goal.ExpectedOn, goal.Level >= Level.Masters ? goal.DocumentedOn ?? goal.RatedOn : null,
                late[goal.Id], goal.IsLogged, goal.RatedOn is not null)),
        ];
        var isOwn = contract.PersonId == user.PersonId;
        return new View(
            contract.Id, isOwn, forecast,
            [
                .. contract.HalfYears.Select(half => goals.Where(goal => goal.HalfYear == half.Number).ToList() is var of
                    ? new Half(half, of.Count(goal => goal.DocumentedOn is not null), of.Count(goal => goal.ExpectedOn <= user.Today), of.Count)
                    : null!),
            ],
            goals,
            isOwn && contract.EndsOn >= user.Today ? [.. (await StepsAsync(db, user, contract, goals, cancel)).Take(MostSteps)] : []);
    }

    private static async Task<IEnumerable<Step>> StepsAsync(AppDbContext db, CurrentUser user, Apprenticeship contract, List<Goal> goals, CancellationToken cancel)
    {
        var returned = await db.LogEntries
            .VisibleTo(user)
            .Where(entry => entry.ApprenticeshipId == contract.Id && entry.State == LogState.Returned)
            .OrderBy(entry => entry.DecidedAt)
            .Select(entry => new Step(StepKind.Returned, entry.Id, null, entry.WorkedOn, null))
            .FirstOrDefaultAsync(cancel);
        var isLogOff = await db.LogSettings.AnyAsync(s => s.CurriculumCode == contract.CurriculumCode && s.IsOff, cancel);
        var who = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.ApprenticeshipId == contract.Id && s.Role <= AssignmentRole.Instructor)
            .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn)
            .Select(s => s.Person.GivenName + " " + s.Person.FamilyName)
            .FirstOrDefaultAsync(cancel);
        var talk = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.ApprenticeshipId == contract.Id && e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned)
            .OrderBy(e => e.Number)
            .Select(e => new
            {
                Step = new Step(StepKind.Talk, e.Id, null, e.PlannedOn ?? e.DueOn, null),
                IsPrepared = e.Preparations.Any(one => one.Party == FormParties.Apprentice && one.HandedInAt != null),
            })
            .FirstOrDefaultAsync(cancel);
        var left = goals.Where(goal => goal.DocumentedOn is null && goal.ExpectedOn <= user.Today).ToList();
        return new[]
        {
            returned,
            left.Where(goal => !goal.IsLogged && !isLogOff).Select(goal => new Step(StepKind.NoLog, goal.Id, goal.Title, goal.ExpectedOn)).FirstOrDefault(),
            goals.Where(goal => goal is { DocumentedOn: null, IsLogged: true, IsRated: false })
                .Select(goal => new Step(StepKind.AskForRating, goal.Id, goal.Title, goal.ExpectedOn, who)).FirstOrDefault(),
            talk is null or { IsPrepared: true } ? null : talk.Step with { Who = who },
        }.OfType<Step>();
    }
}
