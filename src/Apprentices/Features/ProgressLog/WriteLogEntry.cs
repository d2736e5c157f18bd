using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice writes what she did on a day, tied to one to three goals of her plan.</summary>
public sealed class WriteLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? WorkedOn { get; set; }

        [Required, StringLength(LogEntry.LongestText)]
        public string? Text { get; set; }

        public List<Guid> GoalIds { get; set; } = [];
    }

    /// <exception cref="RuleException">The text, the day or the goals are impossible.</exception>
    /// <exception cref="NotThereException">The one who asks has no training of her own.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).OwnOf(user).Include(a => a.Plan).FirstOrDefaultAsync(cancel)
            ?? throw new NotThereException();
        var entry = LogEntry.Write(
            contract, input.WorkedOn ?? user.Today, input.Text ?? "", LogGoals.Of(contract, input.GoalIds), clock.GetUtcNow(), user.Today);
        entry.HandIn(user.PersonId, clock.GetUtcNow());
        db.LogEntries.Add(entry);
        await db.SaveChangesAsync(cancel);
        return entry.Id;
    }
}

/// <summary>The goals an entry is tied to, out of the plan of its writer.</summary>
internal static class LogGoals
{
    /// <exception cref="RuleException">One of them belongs to another plan.</exception>
    public static IReadOnlyList<PlannedGoal> Of(Apprenticeship contract, IReadOnlyList<Guid> ids)
    {
        var goals = contract.Plan.Where(goal => ids.Contains(goal.Id)).ToList();
        Rule.Require(goals.Count == ids.Distinct().Count(), RuleTexts.GoalOfAnother);
        return goals;
    }
}
