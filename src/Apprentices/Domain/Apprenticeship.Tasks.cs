namespace Apprentices.Domain;

/// <content>The tasks of the plan: made from a template and adapted, or her own.</content>
public sealed partial class Apprenticeship
{
    private readonly List<PlannedTask> tasks = [];

    /// <summary>The tasks and courses of her plan.</summary>
    public IReadOnlyList<PlannedTask> Tasks => tasks;

    /// <summary>The template her plan follows; empty where it follows none.</summary>
    [NotPersonal]
    public Guid? TemplateId { get; private set; }

    /// <summary>The edition of the template that was taken over last.</summary>
    [NotPersonal]
    public int? TemplateEdition { get; private set; }

    /// <summary>The newest edition that was looked at and not taken over.</summary>
    [NotPersonal]
    public int? TemplateDeclined { get; private set; }

    /// <summary>Follows a template from one of its editions: its tasks come in beside her own. A task without a goal of hers stays without.</summary>
    /// <exception cref="RuleException">The plan follows a template already, or the template is of another curriculum.</exception>
    public void Follow(PlanTemplate template, TemplateEdition edition)
    {
        Rule.Require(TemplateId is null, RuleTexts.PlanFollowsAlready);
        Rule.Require(template.CurriculumCode == CurriculumCode, RuleTexts.TemplateOfAnother);

        (TemplateId, TemplateEdition, TemplateDeclined) = (template.Id, edition.Number, null);
        foreach (var task in edition.Tasks)
        {
            AddTask(task.Terms, task.GoalCodes, task.Key);
        }
    }

    /// <exception cref="RuleException">The terms cannot be so, or a goal is not hers.</exception>
    public PlannedTask AddTask(TaskTerms terms, IEnumerable<string> goalCodes, Guid? templateTaskId = null)
    {
        var task = new PlannedTask(templateTaskId, tasks.Count == 0 ? 1 : tasks.Max(t => t.Order) + 1);
        ChangeTask(task, terms, goalCodes);
        tasks.Add(task);
        return task;
    }

    /// <exception cref="RuleException">The terms cannot be so.</exception>
    public void ChangeTask(PlannedTask task, TaskTerms terms, IEnumerable<string> goalCodes)
    {
        var codes = goalCodes.ToHashSet(StringComparer.Ordinal);
        Rule.Require(terms.HalfYear <= HalfYears.Count || terms.HalfYear == task.Terms?.HalfYear, RuleTexts.NoSuchHalfYear);
        task.Change(terms, plan.Where(goal => goal.LeftOn is null && codes.Contains(goal.Code)));
    }

    public void RemoveTask(PlannedTask task) => tasks.Remove(task);
}
