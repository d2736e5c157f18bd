using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>
/// An apprentice writes what she did on a day or in a week, tied to one to three goals of her plan, and hands it in or keeps it
/// open. The files she has put with it go along.
/// </summary>
public sealed class WriteLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        /// <summary>Of an entry that is corrected, the version this was begun from.</summary>
        public int? Version { get; set; }

        /// <summary>The day, or any day of the week.</summary>
        [Required]
        public DateOnly? WorkedOn { get; set; }

        public bool IsWeek { get; set; }

        [Required, StringLength(LogEntry.LongestText)]
        public string? Text { get; set; }

        [StringLength(LogEntry.LongestText)]
        public string? Reflection { get; set; }

        public int? Minutes { get; set; }

        public List<Guid> GoalIds { get; set; } = [];

        public List<Guid> TaskIds { get; set; } = [];
    }

    /// <param name="input">What she wrote.</param>
    /// <param name="handIn">Whether it goes to her supervisors now; else it stays open, and hers alone.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The text, the day, the goals or the tasks are impossible, or the log is kept elsewhere.</exception>
    /// <exception cref="NotThereException">The one who asks has no training of her own.</exception>
    public async Task<Guid> RunAsync(Input input, bool handIn = true, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships
            .VisibleTo(user)
            .OwnOf(user)
            .Include(a => a.Plan).Include(a => a.Tasks)
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancel) ?? throw new NotThereException();
        Rule.Require(!(await db.LogRulesAsync(contract.CurriculumCode, cancel)).IsOff, ProgressLogTexts.LogIsElsewhere);

        var entry = LogEntry.Write(
            contract, input.WorkedOn ?? user.Today, input.Text ?? "", LogTies.GoalsOf(contract, input), clock.GetUtcNow(), user.Today, LogTies.DetailsOf(contract, input));
        db.LogEntries.Add(entry);
        foreach (var file in await db.Attachments.OfDraft(user, contract.Id).OrderBy(file => file.AddedAt).ToListAsync(cancel))
        {
            // How many it may have was asked when each was added; none is left behind now.
            entry.Attach(file, int.MaxValue);
        }

        if (handIn)
        {
            entry.HandIn(user.PersonId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        return entry.Id;
    }
}

/// <summary>What an entry is tied to, out of the plan of its writer.</summary>
internal static class LogTies
{
    /// <exception cref="RuleException">One of them belongs to another plan.</exception>
    public static IReadOnlyList<PlannedGoal> GoalsOf(Apprenticeship contract, WriteLogEntry.Input input)
    {
        var goals = contract.Plan.Where(goal => input.GoalIds.Contains(goal.Id)).ToList();
        Rule.Require(goals.Count == input.GoalIds.Distinct().Count(), RuleTexts.GoalOfAnother);
        return goals;
    }

    /// <summary>A task that has left the plan while she wrote is let go: the entry is about her work, and the goals hold it.</summary>
    public static LogDetails DetailsOf(Apprenticeship contract, WriteLogEntry.Input input) =>
        new(input.IsWeek, input.Reflection, input.Minutes, [.. contract.Tasks.Where(task => input.TaskIds.Contains(task.Id))]);
}
