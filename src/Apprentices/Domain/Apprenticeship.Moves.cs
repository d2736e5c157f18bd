namespace Apprentices.Domain;

/// <content>
/// How a plan moves to another edition of its curriculum or to another curriculum: the plan as it was is kept, evidence stays
/// where it was given and is read with what follows it. Needs its plan with ratings and predecessors, tasks and editions.
/// </content>
public sealed partial class Apprenticeship
{
    /// <summary>Moves the plan. Another curriculum is also an entry of the record, with the day of the county's consent.</summary>
    /// <returns>The entry, where there is one.</returns>
    /// <exception cref="RuleException">It cannot be so.</exception>
    public RecordEntry? MoveTo(PlanMove move, DateOnly? consentOn = null)
    {
        if (move.To.Code != CurriculumCode)
        {
            Rule.Require(consentOn is not null, RuleTexts.MoveConsentMissing);
            return ChangeCurriculum(new CurriculumChanged(move.Today, move.To.Code, consentOn!.Value), move, Decider.BothParties);
        }

        Rule.Require(move.Edition != CurriculumEdition, RuleTexts.NothingChanges);
        Keep(PlanEditionReason.BeforeMove, move.From, move.ById, move.At);
        Carry(move, move.Today);
        SpreadGoals();
        return null;
    }

    /// <summary>Another curriculum from a day on.</summary>
    /// <exception cref="RuleException">It cannot be so.</exception>
    public RecordEntry ChangeCurriculum(CurriculumChanged change, PlanMove move, Decider decidedBy)
    {
        RecordRules.Require(this, change, move.Today);
        Keep(PlanEditionReason.BeforeMove, move.From, move.ById, move.At);
        var entry = Add(change, decidedBy, move.Today, move.ById);
        Carry(move, change.FromOn);
        Project(move.Today);
        return entry;
    }

    /// <summary>The goals that somebody rated or wrote about and that would live on as nothing.</summary>
    public IEnumerable<PlannedGoal> EndedBy(GoalSuccession succession) =>
        plan.Where(goal => goal.LeftOn is null && goal.HasEvidence() && !succession.Of(goal.Code).Any());

    /// <summary>
    /// A goal of the same code keeps its row. Of the others those with evidence, or with tasks and nothing to follow them, stay
    /// readable and no longer count; the rest go. What follows them takes over level, half-year, responsible and tasks.
    /// </summary>
    private void Carry(PlanMove move, DateOnly from)
    {
        CurriculumEdition = move.Edition;
        var old = plan.Where(goal => goal.LeftOn is null).ToDictionary(goal => goal.Code, StringComparer.Ordinal);
        var left = plan.Where(goal => goal.LeftOn is not null).ToLookup(goal => goal.Code, StringComparer.Ordinal);

        // What is taken over is read from all the old goals before any of them changes.
        var goals = move.To.GoalsOf(move.Edition).OrderBy(goal => goal.Order)
            .Select(goal => (Goal: goal, Before: move.Succession.Before(goal.Code).Select(code => old.GetValueOrDefault(code)).OfType<PlannedGoal>().Distinct().ToList()))
            .Select(goal => (goal.Goal, goal.Before, Inheritance: GoalInheritance.Of(goal.Before)))
            .ToList();
        foreach (var goal in old.Values)
        {
            goal.Leave(from);
        }

        Dictionary<string, PlannedGoal> now = new(StringComparer.Ordinal);
        List<PlannedGoal> added = [];
        foreach (var (goal, before, inheritance) in goals)
        {
            // A goal that was left in an earlier move comes back with what was on it.
            var row = before.Find(known => known.Code == goal.Code) ?? (old.ContainsKey(goal.Code) ? null : left[goal.Code].LastOrDefault());
            if (row is null)
            {
                plan.Add(row = new PlannedGoal(goal, 1));
                added.AddRange(inheritance is null ? [row] : []);
            }

            row.Become(goal);
            now.Add(goal.Code, row);
            if (inheritance is not null)
            {
                row.TakeOver(inheritance);
            }
        }

        PlanFromNow(added, from);
        PassOnTasks(move.Succession, old, now);
    }

    private void PassOnTasks(GoalSuccession succession, Dictionary<string, PlannedGoal> old, Dictionary<string, PlannedGoal> now)
    {
        HashSet<PlannedGoal> taught = [];
        foreach (var task in tasks)
        {
            taught.UnionWith(task.Goals);
            task.Teach([.. task.Goals.SelectMany(goal => old.GetValueOrDefault(goal.Code) == goal ? Next(goal) : [goal])]);
        }

        foreach (var gone in old.Values.Where(goal => goal.LeftOn is not null && !goal.HasOwnEvidence() && !(taught.Contains(goal) && !Next(goal).Any())))
        {
            plan.Remove(gone);
        }

        IEnumerable<PlannedGoal> Next(PlannedGoal goal) => succession.Of(goal.Code).Select(code => now.GetValueOrDefault(code)).OfType<PlannedGoal>();
    }

    /// <summary>New goals are spread over the half-years from the one under way.</summary>
    private void PlanFromNow(List<PlannedGoal> goals, DateOnly today)
    {
        var halfYears = HalfYears;
        var now = halfYears.LastOrDefault(half => half.StartsOn <= today)?.Number ?? 1;
        for (var place = 0; place < goals.Count; place++)
        {
            goals[place].PlanIn(now - 1 + ExpectedDays.FirstHalfYearOf(place, goals.Count, halfYears.Count - now + 1), null);
        }
    }
}

/// <summary>What a goal takes over from those it follows.</summary>
internal sealed record GoalInheritance(Level Level, DateOnly? RatedOn, DateOnly? DocumentedOn, bool IsLogged, int HalfYear, Guid? ResponsibleId, IReadOnlyList<PlannedGoal> Evidence)
{
    /// <summary>
    /// Of several levels the lowest, so that nothing counts as mastered that was not in all of them; the latest day, so that only
    /// a newer rating changes it; the earliest half-year. One that has nothing of its own passes on what it follows itself.
    /// </summary>
    public static GoalInheritance? Of(IReadOnlyList<PlannedGoal> before)
    {
        if (before.Count == 0)
        {
            return null;
        }

        var first = before.OrderBy(goal => goal.HalfYear).ThenBy(goal => goal.Order).First();
        return new GoalInheritance(
            before.Min(goal => goal.Level), before.Max(goal => goal.RatedOn), before.Max(goal => goal.DocumentedOn), before.Any(goal => goal.IsLogged), first.HalfYear, first.ResponsibleId,
            [.. before.SelectMany(goal => goal.HasOwnEvidence() ? [goal] : goal.Predecessors).Distinct()]);
    }
}
