namespace Apprentices.Domain;

/// <summary>
/// The employer's own plan for a trade: tasks and courses, each tied to the goals it teaches, many to many. It is worked on
/// freely and published as numbered editions that never change; apprentices' plans are made from an edition and are offered
/// the next one.
/// </summary>
public sealed class PlanTemplate : IVersioned
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The longest note of an edition, in characters.</summary>
    public const int LongestNote = 500;

    private readonly List<TemplateTask> tasks = [];
    private readonly List<TemplateEdition> editions = [];

    private PlanTemplate() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";
    public Curriculum Curriculum { get; private set; } = null!;

    /// <summary>The edition of the curriculum whose goals its tasks are tied to.</summary>
    public int CurriculumEdition { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The number of the latest published edition; 0 before the first.</summary>
    public int Published { get; private set; }

    /// <summary>The day from which no new plan is made from it.</summary>
    public DateOnly? RetiredOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>The tasks as they are being worked on.</summary>
    public IReadOnlyList<TemplateTask> Tasks => tasks;
    public IReadOnlyList<TemplateEdition> Editions => editions;

    /// <summary>The tasks as they would be published now, in order.</summary>
    public IReadOnlyList<TaskState> State => [.. tasks.OrderBy(task => task.Order).Select(task => task.State)];

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static PlanTemplate Create(string name, Curriculum curriculum)
    {
        var template = new PlanTemplate { CurriculumCode = curriculum.Code, CurriculumEdition = curriculum.Edition };
        template.Rename(name);
        return template;
    }

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Rename(string name)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name), RuleTexts.TemplateNameMissing);
        Rule.Require(name.Trim().Length <= LongestName, RuleTexts.TemplateNameTooLong);
        Name = name.Trim();
    }

    /// <exception cref="RuleException">The terms cannot be so.</exception>
    public TemplateTask Add(TaskTerms terms, IEnumerable<string> goalCodes)
    {
        var task = new TemplateTask(tasks.Count == 0 ? 1 : tasks.Max(t => t.Order) + 1);
        task.Change(terms, goalCodes);
        tasks.Add(task);
        return task;
    }

    public void Remove(TemplateTask task) => tasks.Remove(task);

    /// <summary>Moves a task past the one before it, or after it, in its half-year. The first stays first and the last last.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Move(TemplateTask task, bool earlier)
    {
        var half = tasks.Where(other => other.Terms.HalfYear == task.Terms.HalfYear).OrderBy(other => other.Order).ToList();
        var place = half.IndexOf(task) + (earlier ? -1 : 1);
        if (place < 0 || place >= half.Count)
        {
            return false;
        }

        task.ChangePlaceWith(half[place]);
        return true;
    }

    /// <summary>Publishes what is there as the next edition; the plans made from it are offered it.</summary>
    /// <exception cref="RuleException">There is no task, or nothing changed since the last edition.</exception>
    public TemplateEdition Publish(string? note, Guid publishedById, DateOnly today)
    {
        var state = State;
        Rule.Require(state.Count > 0, RuleTexts.TemplateWithoutTasks);
        Rule.Require(editions.Find(edition => edition.Number == Published)?.Tasks.SequenceEqual(state) != true, RuleTexts.NothingToPublish);
        Rule.Require((note?.Length ?? 0) <= LongestNote, RuleTexts.NoteTooLong);

        var edition = new TemplateEdition(++Published, CurriculumEdition, state, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), publishedById, today);
        editions.Add(edition);
        return edition;
    }

    /// <summary>Takes it out of use, or back into it. Plans made from it stay.</summary>
    public void Retire(DateOnly? on) => RetiredOn = on;

    /// <summary>Ties its tasks to the goals of another edition of the curriculum, or of the one that follows it.</summary>
    /// <param name="curriculum">The curriculum.</param>
    /// <param name="succession">Which goals live on as which.</param>
    /// <param name="edition">The edition; the one in force unless given.</param>
    public void MoveTo(Curriculum curriculum, GoalSuccession succession, int? edition = null)
    {
        (CurriculumCode, CurriculumEdition) = (curriculum.Code, edition ?? curriculum.Edition);
        foreach (var task in tasks)
        {
            task.Change(task.Terms, task.GoalCodes.SelectMany(succession.Of));
        }
    }
}

/// <summary>A task of a template as it is being worked on.</summary>
public sealed class TemplateTask : IVersioned
{
    private TemplateTask() { }

    internal TemplateTask(int order) => Order = order;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid TemplateId { get; private set; }
    public PlanTemplate Template { get; private set; } = null!;
    public int Order { get; private set; }
    public TaskTerms Terms { get; private set; } = null!;

    /// <summary>The goals it teaches, by Udir's code.</summary>
    public List<string> GoalCodes { get; private set; } = [];
    public int Version { get; private set; }

    public TaskState State => new(Id, Terms, [.. GoalCodes]);

    internal void ChangePlaceWith(TemplateTask other) => (Order, other.Order) = (other.Order, Order);

    /// <exception cref="RuleException">The terms cannot be so.</exception>
    public void Change(TaskTerms terms, IEnumerable<string> goalCodes)
    {
        Terms = terms.Checked();
        GoalCodes = [.. TaskState.Sorted(goalCodes)];
    }
}

/// <summary>A published edition of a template: what it held on that day. Never changed.</summary>
public sealed class TemplateEdition
{
    private TemplateEdition() { }

    internal TemplateEdition(int number, int curriculumEdition, IReadOnlyList<TaskState> tasks, string? note, Guid publishedById, DateOnly publishedOn) =>
        (Number, CurriculumEdition, Tasks, Note, PublishedById, PublishedOn) = (number, curriculumEdition, tasks, note, publishedById, publishedOn);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid TemplateId { get; private set; }
    public PlanTemplate Template { get; private set; } = null!;

    /// <summary>From 1.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    [NotPersonal]
    public int CurriculumEdition { get; private set; }

    [NotPersonal]
    public IReadOnlyList<TaskState> Tasks { get; private set; } = [];

    /// <summary>What is new in it, in words for those who are offered it.</summary>
    [NotPersonal]
    public string? Note { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithThePerson, ArchiveValue.Documentation)]
    public Guid PublishedById { get; private set; }
    public Person PublishedBy { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithThePerson, ArchiveValue.Documentation)]
    public DateOnly PublishedOn { get; private set; }

    /// <summary>Whoever published it was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PublishedById = keptPersonId;
}
