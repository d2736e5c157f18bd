namespace Apprentices.Domain;

/// <summary>A task or course in one apprentice's plan, tied to the goals of her plan that it teaches.</summary>
public sealed class PlannedTask : IVersioned
{
    private readonly List<PlannedGoal> goals = [];

    private PlannedTask() { }

    internal PlannedTask(Guid? templateTaskId, int order) => (TemplateTaskId, Order) = (templateTaskId, order);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The task of the template it was made from; empty for one of her own.</summary>
    [NotPersonal]
    public Guid? TemplateTaskId { get; private set; }

    [NotPersonal]
    public int Order { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public TaskTerms Terms { get; private set; } = null!;

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<PlannedGoal> Goals => goals;

    /// <summary>As editions and comparisons hold it; by the template's task where it has one.</summary>
    public TaskState State => new(TemplateTaskId ?? Id, Terms, TaskState.Sorted(goals.Select(goal => goal.Code)));

    /// <summary>Ties it to other goals; what it is stays.</summary>
    internal void Teach(IEnumerable<PlannedGoal> taught)
    {
        var now = taught.Distinct().ToList();
        goals.RemoveAll(goal => !now.Contains(goal));
        goals.AddRange(now.Except(goals).ToList());
    }

    internal void Change(TaskTerms terms, IEnumerable<PlannedGoal> taught)
    {
        Terms = terms.Checked();
        goals.Clear();
        goals.AddRange(taught.Distinct());
    }
}
