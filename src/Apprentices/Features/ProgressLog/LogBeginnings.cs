using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog;

/// <summary>What a new entry can begin from: the plan of those days, and the entry before.</summary>
public static class LogBeginnings
{
    /// <summary>The first and the last day an entry is about.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(WriteLogEntry.Input input, DateOnly today)
    {
        var day = input.WorkedOn ?? today;
        return input.IsWeek ? (LogEntry.MondayOf(day), LogEntry.MondayOf(day).AddDays(6)) : (day, day);
    }

    /// <summary>The goals of what is planned in the week of the entry: they are suggested first.</summary>
    public static IReadOnlyList<Guid> GoalsInPlan(ListLogEntries.Log log, WriteLogEntry.Input input)
    {
        var monday = LogEntry.MondayOf(input.WorkedOn ?? log.Today);
        return [.. log.Tasks.Where(task => task.IsWeekly && task.IsIn(monday, monday.AddDays(6))).SelectMany(task => task.GoalIds).Distinct()];
    }

    /// <summary>The tasks that are likely: those chosen, those planned in that week, and those that teach a goal that is chosen.</summary>
    public static IReadOnlyList<ListLogEntries.PlanTask> LikelyTasks(ListLogEntries.Log log, WriteLogEntry.Input input)
    {
        var monday = LogEntry.MondayOf(input.WorkedOn ?? log.Today);
        return
        [
            .. log.Tasks.Where(task => input.TaskIds.Contains(task.Id) || (task.IsWeekly && task.IsIn(monday, monday.AddDays(6)))
                || task.GoalIds.Any(input.GoalIds.Contains)),
        ];
    }

    /// <summary>As the entry before: its goals, tasks and time in place of those chosen. What was written stays.</summary>
    public static WriteLogEntry.Input Like(WriteLogEntry.Input input, ListLogEntries.Log log, ListLogEntries.Row before) => new()
    {
        WorkedOn = input.WorkedOn,
        IsWeek = input.IsWeek,
        Text = input.Text,
        Reflection = input.Reflection,
        Minutes = before.IsWeek == input.IsWeek ? before.Minutes : input.Minutes,
        GoalIds = [.. log.GoalsOf(before).Where(goal => !goal.IsFormer).Select(goal => goal.Id)],
        TaskIds = [.. log.TasksOf(before).Select(task => task.Id)],
    };

    /// <summary>With the text of the entry before: in an empty field, else below what is written.</summary>
    public static WriteLogEntry.Input WithText(WriteLogEntry.Input input, ListLogEntries.Row before) => new()
    {
        WorkedOn = input.WorkedOn,
        IsWeek = input.IsWeek,
        Text = string.IsNullOrWhiteSpace(input.Text) ? before.Text : $"{input.Text}\n\n{before.Text}",
        Reflection = input.Reflection,
        Minutes = input.Minutes,
        GoalIds = [.. input.GoalIds],
        TaskIds = [.. input.TaskIds],
    };
}
