using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <param name="Id">The goal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">How well it is mastered.</param>
public sealed record ObservedGoal(Guid Id, LocalText Title, Level Level);

/// <summary>The goals of a plan that an observation may be tied to, the likeliest first.</summary>
internal static class ObservedGoals
{
    /// <summary>So many are offered at once; the others are a press away.</summary>
    public const int Offered = 3;

    private sealed record Found(Guid ApprenticeshipId, Guid Id, LocalText Title, Level Level, DateOnly ExpectedOn, DateOnly? WorkedTo);

    /// <summary>Those of the last log entries first, then those not mastered yet in the order they are expected.</summary>
    public static async Task<ILookup<Guid, ObservedGoal>> LikeliestFirstAsync(AppDbContext db, CurrentUser user, IReadOnlyList<Guid> apprenticeshipIds, CancellationToken cancel)
    {
        var entries = db.LogEntries.VisibleTo(user).Where(LogEntry.IsShared);
        var goals = await db.PlannedGoals
            .VisibleTo(user)
            .Where(PlannedGoal.Counts)
            .Where(goal => apprenticeshipIds.Contains(goal.ApprenticeshipId))
            .OrderBy(goal => goal.Order)
            .Select(goal => new Found(
                goal.ApprenticeshipId, goal.Id, goal.Title, goal.Level, goal.ExpectedOn,
                entries.Where(entry => entry.Goals.Any(tied => tied.Id == goal.Id)).Max(entry => (DateOnly?)entry.WorkedTo)))
            .ToListAsync(cancel);
        return goals
            .OrderByDescending(goal => goal.WorkedTo ?? DateOnly.MinValue).ThenBy(goal => goal.Level >= Level.Masters).ThenBy(goal => goal.ExpectedOn)
            .ToLookup(goal => goal.ApprenticeshipId, goal => new ObservedGoal(goal.Id, goal.Title, goal.Level));
    }

    /// <exception cref="RuleException">One of them belongs to another plan.</exception>
    public static IReadOnlyList<PlannedGoal> Of(Apprenticeship contract, IReadOnlyList<Guid> ids)
    {
        var goals = contract.Plan.Where(goal => ids.Contains(goal.Id)).ToList();
        Rule.Require(goals.Count == ids.Distinct().Count(), RuleTexts.GoalOfAnother);
        return goals;
    }
}
