namespace Apprentices.Domain;

/// <summary>A part of a task that may differ, in the order a screen shows them.</summary>
public enum TaskField
{
    Title,
    Kind,
    HalfYear,
    Weeks,
    Workplace,
    Responsible,
    Method,
    Documentation,
    Goals,
}

/// <summary>What became of a task from one list to another.</summary>
public enum TaskDifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One task that is not the same in two lists.</summary>
/// <param name="Old">As it was; empty where it was added.</param>
/// <param name="New">As it is; empty where it was removed.</param>
public sealed record TaskDifference(TaskState? Old, TaskState? New)
{
    public Guid Key => (New ?? Old)!.Key;

    public TaskDifferenceKind Kind =>
        Old is null ? TaskDifferenceKind.Added : New is null ? TaskDifferenceKind.Removed : TaskDifferenceKind.Changed;

    /// <summary>The parts that differ; none where it was added or removed as a whole.</summary>
    public IReadOnlyList<TaskField> Fields { get; } = Old is null || New is null ? [] : TaskComparison.FieldsBetween(Old, New);
}

/// <summary>
/// A task of a template's new edition as it meets one apprentice's plan: what the template changed, and what has been adapted
/// in her plan since.
/// </summary>
/// <param name="Old">In the edition her plan took over last.</param>
/// <param name="New">In the new edition.</param>
/// <param name="Mine">In her plan; empty where it is new, or taken out there.</param>
public sealed record TaskOffer(TaskState? Old, TaskState? New, TaskState? Mine)
{
    public Guid Key => (New ?? Old)!.Key;

    public TaskDifferenceKind Kind =>
        New is null ? TaskDifferenceKind.Removed : Old is null && Mine is null ? TaskDifferenceKind.Added : TaskDifferenceKind.Changed;

    /// <summary>The parts that would change in the template's direction; none where it is added or removed as a whole.</summary>
    public IReadOnlyList<TaskField> Fields { get; } =
        New is null || (Old ?? Mine) is not { } before ? [] : [.. TaskComparison.FieldsBetween(before, New).Where(field => Mine is null || TaskComparison.Differ(field, Mine, New))];

    /// <summary>The parts that have been adapted in her plan.</summary>
    public IReadOnlyList<TaskField> Adapted { get; } = Old is null || Mine is null ? [] : TaskComparison.FieldsBetween(Old, Mine);

    /// <summary>The parts that the template changed and her plan changed to something else.</summary>
    public IReadOnlyList<TaskField> Conflicts => [.. Fields.Intersect(Adapted)];

    /// <summary>Whether the template changed it and her plan had taken it out.</summary>
    public bool IsTakenOut => Old is not null && New is not null && Mine is null;

    /// <summary>The task as it becomes when it is taken over: what only her plan changed stays. Empty: it goes.</summary>
    /// <param name="keepOwn">Whether her plan's own parts stay where both changed the same.</param>
    public TaskState? TakenOver(bool keepOwn) => New is null || Mine is null
        ? New
        : Fields.Where(field => !keepOwn || !Conflicts.Contains(field)).Aggregate(Mine, (task, field) => TaskComparison.Take(field, task, New));
}

/// <summary>The difference between two lists of tasks: of a template's editions, or of a plan's.</summary>
/// <param name="Differences">In the order of the new list; those removed come last.</param>
/// <param name="IsReordered">Whether the tasks that are in both stand in another order.</param>
public sealed record TaskComparison(IReadOnlyList<TaskDifference> Differences, bool IsReordered)
{
    public bool IsEmpty => Differences.Count == 0 && !IsReordered;

    public int Count(TaskDifferenceKind kind) => Differences.Count(difference => difference.Kind == kind);

    public static TaskComparison Between(IReadOnlyList<TaskState> old, IReadOnlyList<TaskState> @new)
    {
        var (before, after) = (ByKey(old), ByKey(@new));
        return new TaskComparison(
            [
                .. @new.Where(task => task != before.GetValueOrDefault(task.Key)).Select(task => new TaskDifference(before.GetValueOrDefault(task.Key), task)),
                .. old.Where(task => !after.ContainsKey(task.Key)).Select(task => new TaskDifference(task, null)),
            ],
            !old.Select(task => task.Key).Where(after.ContainsKey).SequenceEqual(@new.Select(task => task.Key).Where(before.ContainsKey)));
    }

    /// <summary>
    /// What a new edition of a template offers a plan made from an earlier one: what is the same there already, is not offered.
    /// In the order of the new edition; what is removed comes last.
    /// </summary>
    /// <param name="old">The edition the plan took over last.</param>
    /// <param name="new">The new edition.</param>
    /// <param name="mine">The plan's tasks; those of its own are left alone.</param>
    /// <param name="goalCodes">The goals of the plan: others are no difference. Empty: all.</param>
    public static IReadOnlyList<TaskOffer> Offered(
        IReadOnlyList<TaskState> old, IReadOnlyList<TaskState> @new, IReadOnlyList<TaskState> mine, IEnumerable<string>? goalCodes = null)
    {
        var goals = goalCodes?.ToHashSet(StringComparer.Ordinal);
        var (before, after, here) = (ByKey(Within(old, goals)), ByKey(Within(@new, goals)), ByKey(Within(mine, goals)));
        return
        [
            .. @new
                .Select(task => new TaskOffer(before.GetValueOrDefault(task.Key), after[task.Key], here.GetValueOrDefault(task.Key)))
                .Where(offer => offer.New != offer.Old && offer.New != offer.Mine && (offer.Kind == TaskDifferenceKind.Added || offer.Fields.Count > 0)),
            .. old
                .Where(task => !after.ContainsKey(task.Key) && here.ContainsKey(task.Key))
                .Select(task => new TaskOffer(before[task.Key], null, here[task.Key])),
        ];
    }

    /// <summary>The parts in which two states of a task differ.</summary>
    public static IReadOnlyList<TaskField> FieldsBetween(TaskState one, TaskState other) =>
        [.. Enum.GetValues<TaskField>().Where(field => Differ(field, one, other))];

    internal static bool Differ(TaskField field, TaskState one, TaskState other) => Take(field, one, other) != one;

    /// <summary>The task with one part as in the other.</summary>
    internal static TaskState Take(TaskField field, TaskState task, TaskState from)
    {
        var (terms, other) = (task.Terms, from.Terms);
        return field switch
        {
            TaskField.Title => task with { Terms = terms with { Title = other.Title } },
            TaskField.Kind => task with { Terms = terms with { Kind = other.Kind } },
            TaskField.HalfYear => task with { Terms = terms with { HalfYear = other.HalfYear } },
            TaskField.Weeks => task with { Terms = terms with { FromWeek = other.FromWeek, ToWeek = other.ToWeek } },
            TaskField.Workplace => task with { Terms = terms with { WorkplaceId = other.WorkplaceId } },
            TaskField.Responsible => task with { Terms = terms with { Responsible = other.Responsible, ResponsibleName = other.ResponsibleName } },
            TaskField.Method => task with { Terms = terms with { Method = other.Method } },
            TaskField.Documentation => task with { Terms = terms with { Documentation = other.Documentation } },
            TaskField.Goals => task with { GoalCodes = from.GoalCodes },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static Dictionary<Guid, TaskState> ByKey(IEnumerable<TaskState> tasks) => tasks.ToDictionary(task => task.Key);

    private static IEnumerable<TaskState> Within(IEnumerable<TaskState> tasks, HashSet<string>? goals) =>
        goals is null ? tasks : tasks.Select(task => task with { GoalCodes = [.. task.GoalCodes.Where(goals.Contains)] });
}
