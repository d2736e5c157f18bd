namespace Apprentices.Domain;

/// <summary>
/// Which tasks and workplaces teach which goals: every goal of the curriculum must be covered (opplæringslova § 7-10). What
/// nobody teaches is a gap.
/// </summary>
public sealed record Coverage
{
    private Coverage(IReadOnlyList<GoalCoverage> goals, IReadOnlyList<TaskState> withoutGoal, IReadOnlyList<string> unknownGoals) =>
        (Goals, WithoutGoal, UnknownGoals) = (goals, withoutGoal, unknownGoals);

    /// <summary>The goals in the order they were given.</summary>
    public IReadOnlyList<GoalCoverage> Goals { get; }

    /// <summary>The tasks that teach none of the goals.</summary>
    public IReadOnlyList<TaskState> WithoutGoal { get; }

    /// <summary>Codes that tasks name and that are none of the goals.</summary>
    public IReadOnlyList<string> UnknownGoals { get; }

    /// <summary>The goals that no task teaches.</summary>
    public IReadOnlyList<GoalCoverage> Gaps => [.. Goals.Where(goal => goal.IsGap)];

    public bool IsFull => Goals.All(goal => !goal.IsGap);

    public static Coverage Of(IReadOnlyList<string> goalCodes, IReadOnlyList<TaskState> tasks)
    {
        var byGoal = tasks.SelectMany(task => task.GoalCodes.Distinct(StringComparer.Ordinal), (task, code) => (code, task)).ToLookup(pair => pair.code, pair => pair.task, StringComparer.Ordinal);
        var known = goalCodes.ToHashSet(StringComparer.Ordinal);
        return new Coverage(
            [.. goalCodes.Select(code => new GoalCoverage(code, [.. byGoal[code]]))],
            [.. tasks.Where(task => !task.GoalCodes.Any(known.Contains))],
            [.. byGoal.Select(goal => goal.Key).Where(code => !known.Contains(code)).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>One goal and the tasks that teach it.</summary>
public sealed record GoalCoverage(string Code, IReadOnlyList<TaskState> Tasks)
{
    public bool IsGap => Tasks.Count == 0;

    /// <summary>Whether it is taught in courses alone, and never in the work.</summary>
    public bool IsOnlyByCourse => Tasks.Count > 0 && Tasks.All(task => task.Terms.Kind == TaskKind.Course);

    public bool IsTaughtBy(Guid taskKey) => Tasks.Any(task => task.Key == taskKey);

    /// <summary>How many tasks teach it at a workplace; empty: wherever the apprentice is.</summary>
    public int At(Guid? workplaceId) => Tasks.Count(task => task.Terms.WorkplaceId == workplaceId);
}
