using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>HR's home: what the law says should have been done, and what the rest of the month asks for.</summary>
public sealed class ShowOverview(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>How many of each stand on the page; the list has them all.</summary>
    public const int Most = 6;

    public sealed record Result(DateOnly Today, int Active, int OverdueCount, IReadOnlyList<Talk> Overdue, int AheadCount, IReadOnlyList<Talk> Ahead);

    /// <param name="ApprenticeshipId">Whose.</param>
    /// <param name="Name">The apprentice.</param>
    /// <param name="Trade">Her trade.</param>
    /// <param name="Number">Which talk it is.</param>
    /// <param name="On">The last day it can be held in time; ahead, the day agreed on if there is one.</param>
    /// <param name="With">The instructor, who holds it, or else the training manager.</param>
    /// <param name="Agreed">Whether the day was agreed on.</param>
    public sealed record Talk(Guid ApprenticeshipId, string Name, LocalText Trade, int Number, DateOnly On, string? With, bool Agreed);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOverview);
        var today = user.Today;
        var monthEnd = new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month));

        await using var db = await database.CreateDbContextAsync(cancel);
        var overdue = db.Evaluations.VisibleTo(user).Where(Evaluation.OverdueOn(today));
        var ahead = db.Evaluations.VisibleTo(user).Where(e => e.State == EvaluationState.Planned && e.Apprenticeship.EndsOn >= today
            && e.DueOn >= today && (e.PlannedOn != null && e.PlannedOn >= today ? e.PlannedOn <= monthEnd : e.DueOn <= monthEnd));
        return new Result(
            today,
            await db.Apprenticeships.VisibleTo(user).CountAsync(Apprenticeship.ActiveOn(today), cancel),
            await overdue.CountAsync(cancel),
            await Talks(overdue.OrderBy(e => e.DueOn).ThenBy(e => e.Id), today).ToListAsync(cancel),
            await ahead.CountAsync(cancel),
            await Talks(ahead.OrderBy(e => e.PlannedOn != null && e.PlannedOn >= today ? e.PlannedOn : e.DueOn).ThenBy(e => e.Id), today).ToListAsync(cancel));
    }

    private static IQueryable<Talk> Talks(IQueryable<Evaluation> talks, DateOnly today)
    {
        var current = Assignment.CurrentOn(today);
        return talks.Take(Most).Select(e => new Talk(
            e.ApprenticeshipId,
            e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName,
            e.Apprenticeship.Curriculum.Trade,
            e.Number,
            e.PlannedOn != null && e.PlannedOn >= today ? e.PlannedOn.Value : e.DueOn,
            e.Apprenticeship.Assignments.AsQueryable().Where(current).Where(s => s.Role <= AssignmentRole.Instructor)
                .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
            e.PlannedOn != null && e.PlannedOn >= today));
    }
}
