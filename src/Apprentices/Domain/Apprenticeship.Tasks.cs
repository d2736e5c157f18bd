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
            AddTask(WithinTheTraining(task.Terms), task.GoalCodes, task.Key);
        }
    }

    /// <summary>
    /// Takes over what was chosen of a new edition of the template it follows. What was not chosen stays as it is, as her plan's
    /// own; goals, ratings and the log are never touched.
    /// </summary>
    /// <param name="edition">The edition that is followed from now on.</param>
    /// <param name="chosen">What is taken over, and whether her plan's own parts stay where both changed the same.</param>
    /// <exception cref="RuleException">It is no edition of the template her plan follows, or taken over already.</exception>
    public void TakeOver(TemplateEdition edition, IEnumerable<(TaskOffer Offer, bool KeepOwn)> chosen)
    {
        RequireOffered(edition);
        foreach (var (offer, keepOwn) in chosen)
        {
            var task = tasks.Find(task => task.State.Key == offer.Key);
            if (offer.TakenOver(keepOwn) is not { } state)
            {
                tasks.RemoveAll(row => row == task);
            }
            else if (task is null)
            {
                AddTask(WithinTheTraining(state.Terms), state.GoalCodes, state.Key);
            }
            else
            {
                ChangeTask(task, WithinTheTraining(state.Terms), state.GoalCodes);
            }
        }

        (TemplateEdition, TemplateDeclined) = (edition.Number, null);
    }

    /// <summary>Leaves the plan as it is. The edition can be looked at again; the next one is offered anew.</summary>
    /// <exception cref="RuleException">It is no edition of the template her plan follows, or taken over already.</exception>
    public void Decline(TemplateEdition edition)
    {
        RequireOffered(edition);
        TemplateDeclined = edition.Number;
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

    /// <summary>Takes a task out of the plan. The goals it taught stay, and all that has been written about them.</summary>
    public void RemoveTask(PlannedTask task) => tasks.Remove(task);

    private void RequireOffered(TemplateEdition edition) =>
        Rule.Require(edition.TemplateId == TemplateId && edition.Number > TemplateEdition, RuleTexts.NothingOffered);

    /// <summary>A template may last longer than her training: what comes later is planned in the last half-year.</summary>
    private TaskTerms WithinTheTraining(TaskTerms terms) =>
        HalfYears.Count is var last && terms.HalfYear > last ? terms with { HalfYear = last, FromWeek = null, ToWeek = null } : terms;
}
