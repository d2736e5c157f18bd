using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>How it has gone the last six months, in four small figures, each counted by the database in one statement or two.</summary>
public sealed class ShowTrends(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int Months = 6;
    public const int Weeks = 26;

    /// <summary>How many instructors the figure names; the busiest.</summary>
    public const int MostInstructors = 10;

    /// <param name="Progress">Of those in training now: documented and expected, in percent, at each month's end and today.</param>
    /// <param name="Talks">Month by month, how many talks fell due and how many were held in time.</param>
    /// <param name="Log">Week by week, how many entries were written of that week.</param>
    /// <param name="Instructors">The busiest instructors.</param>
    /// <param name="PerInstructor">How many apprentices an instructor has on average.</param>
    public sealed record Result(
        IReadOnlyList<At> Progress, IReadOnlyList<Month> Talks, IReadOnlyList<Week> Log, IReadOnlyList<Load> Instructors, double PerInstructor);

    public sealed record At(DateOnly Day, double Documented, double Expected);

    public sealed record Month(DateOnly First, int Due, int InTime);

    public sealed record Week(DateOnly Monday, int Entries);

    public sealed record Load(string Name, int Apprentices);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOverview);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (loads, average) = await LoadAsync(db, user, cancel);
        return new Result(
            await ProgressAsync(db, user, cancel), await TalksAsync(db, user, cancel), await LogAsync(db, user, cancel), loads, average);
    }

    /// <summary>A goal counts from the first day it was rated as mastered, if it still is.</summary>
    private static async Task<IReadOnlyList<At>> ProgressAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var today = user.Today;
        var days = MonthStarts(today).Skip(1).Select(first => first.AddDays(-1)).Append(today).ToList();
        var (d1, d2, d3, d4, d5, d6) = (days[0], days[1], days[2], days[3], days[4], days[5]);
        var goals = db.PlannedGoals.VisibleTo(user).Where(PlannedGoal.Counts).Where(g => g.Apprenticeship.StartsOn <= today && g.Apprenticeship.EndsOn >= today);

        var expected = await goals.GroupBy(_ => 1).Select(all => new
        {
            Total = all.Count(),
            Now = all.Count(g => g.Level >= Level.Masters),
            By = new[]
            {
                all.Count(g => g.ExpectedOn <= d1), all.Count(g => g.ExpectedOn <= d2), all.Count(g => g.ExpectedOn <= d3),
                all.Count(g => g.ExpectedOn <= d4), all.Count(g => g.ExpectedOn <= d5), all.Count(g => g.ExpectedOn <= d6),
            },
        }).SingleOrDefaultAsync(cancel);
        if (expected is null)
        {
            return [];
        }

        var open = goals.Where(PlannedGoal.Documented);
        var documented = await db.GoalRatings
            .Where(r => r.Level >= Level.Masters && open.Any(g => g.Id == r.PlannedGoalId))
            .GroupBy(r => r.PlannedGoalId)
            .Select(goal => new { First = goal.Min(r => r.RatedOn) })
            .GroupBy(_ => 1)
            .Select(all => new[]
            {
                all.Count(g => g.First <= d1), all.Count(g => g.First <= d2), all.Count(g => g.First <= d3),
                all.Count(g => g.First <= d4), all.Count(g => g.First <= d5),
            })
            .SingleOrDefaultAsync(cancel) ?? new int[5];

        // What follows goals of an earlier edition and is not rated itself yet is mastered since they were.
        var followed = await open
            .Where(g => !g.Ratings.Any(r => r.Level >= Level.Masters))
            .GroupBy(_ => 1)
            .Select(all => new[]
            {
                all.Count(g => g.RatedOn <= d1), all.Count(g => g.RatedOn <= d2), all.Count(g => g.RatedOn <= d3),
                all.Count(g => g.RatedOn <= d4), all.Count(g => g.RatedOn <= d5),
            })
            .SingleOrDefaultAsync(cancel) ?? new int[5];

        return [.. days.Select((day, i) => new At(day, 100.0 * (i < 5 ? documented[i] + followed[i] : expected.Now) / expected.Total, 100.0 * expected.By[i] / expected.Total))];
    }

    /// <summary>Talks whose day has come, or that were held before it had.</summary>
    private static async Task<IReadOnlyList<Month>> TalksAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var today = user.Today;
        var months = MonthStarts(today).ToList();
        var (first, last) = (months[0], months[^1].AddMonths(1).AddDays(-1));
        var counts = await db.Evaluations.VisibleTo(user)
            .Where(e => e.Kind == EvaluationKind.HalfYear && e.DueOn >= first && e.DueOn <= last
                && (e.State == EvaluationState.Held || e.State == EvaluationState.Signed || (e.State == EvaluationState.Planned && e.DueOn < today)))
            .GroupBy(e => new { e.DueOn.Year, e.DueOn.Month })
            .Select(month => new { month.Key.Year, month.Key.Month, Due = month.Count(), InTime = month.Count(e => e.HeldOn != null && e.HeldOn <= e.DueOn) })
            .ToListAsync(cancel);
        return [.. months.Select(month => counts.Find(c => c.Year == month.Year && c.Month == month.Month) is { } found
            ? new Month(month, found.Due, found.InTime) : new Month(month, 0, 0))];
    }

    private static async Task<IReadOnlyList<Week>> LogAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var thisMonday = user.Today.AddDays(-(((int)user.Today.DayOfWeek + 6) % 7));
        var first = thisMonday.AddDays(-7 * (Weeks - 1));
        var days = await db.LogEntries.VisibleTo(user).Where(e => e.WorkedOn >= first)
            .GroupBy(e => e.WorkedOn).Select(day => new { Day = day.Key, Entries = day.Count() }).ToListAsync(cancel);
        return [.. Enumerable.Range(0, Weeks).Select(i => first.AddDays(7 * i)).Select(monday => new Week(
            monday, days.Where(d => d.Day >= monday && d.Day < monday.AddDays(7)).Sum(d => d.Entries)))];
    }

    private static async Task<(IReadOnlyList<Load> Loads, double Average)> LoadAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var today = user.Today;
        var instructing = db.Assignments.VisibleTo(user).Where(Assignment.CurrentOn(today))
            .Where(s => s.Role == AssignmentRole.Instructor && !s.IsDeputy && s.Apprenticeship.StartsOn <= today && s.Apprenticeship.EndsOn >= today);
        var all = await instructing.GroupBy(_ => 1)
            .Select(s => new { Apprentices = s.Count(), Instructors = s.Select(a => a.PersonId).Distinct().Count() }).SingleOrDefaultAsync(cancel);
        var loads = await instructing.GroupBy(s => new { s.PersonId, s.Person.GivenName, s.Person.FamilyName })
            .Select(s => new { s.Key.GivenName, s.Key.FamilyName, Apprentices = s.Count() })
            .OrderByDescending(load => load.Apprentices).ThenBy(load => load.FamilyName).Take(MostInstructors).ToListAsync(cancel);
        return ([.. loads.Select(load => new Load($"{load.GivenName} {load.FamilyName}", load.Apprentices))],
            all is null ? 0 : (double)all.Apprentices / all.Instructors);
    }

    /// <summary>The first days of the last months, this one included.</summary>
    private static IEnumerable<DateOnly> MonthStarts(DateOnly today) =>
        Enumerable.Range(0, Months).Select(i => new DateOnly(today.Year, today.Month, 1).AddMonths(i + 1 - Months));
}
