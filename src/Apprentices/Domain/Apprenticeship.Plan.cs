namespace Apprentices.Domain;

/// <content>The plan and the talks that follow from the contract's days.</content>
public sealed partial class Apprenticeship
{
    /// <summary>Plans another half-year for a goal.</summary>
    /// <exception cref="RuleException">The training has no such half-year.</exception>
    public void PlanGoal(PlannedGoal goal, int halfYear, Guid? responsibleId)
    {
        Rule.Require(halfYear >= 1 && halfYear <= HalfYears.Count, RuleTexts.NoSuchHalfYear);

        goal.PlanIn(halfYear, responsibleId);
        SpreadGoals();
    }

    /// <summary>Whether every goal is still in the half-year it was planned in at first.</summary>
    private bool IsPlanAsProposed
    {
        get
        {
            var halfYears = HalfYears.Count;
            var goals = plan.Where(goal => goal.LeftOn is null).OrderBy(goal => goal.Order).ToList();
            return goals.Select((goal, place) => goal.HalfYear == ExpectedDays.FirstHalfYearOf(place, goals.Count, halfYears)).All(same => same);
        }
    }

    private void ProposePlan()
    {
        var halfYears = HalfYears.Count;
        var goals = plan.Where(goal => goal.LeftOn is null).OrderBy(goal => goal.Order).ToList();
        for (var place = 0; place < goals.Count; place++)
        {
            goals[place].PlanIn(ExpectedDays.FirstHalfYearOf(place, goals.Count, halfYears), goals[place].ResponsibleId);
        }
    }

    private void Follow(Curriculum curriculum)
    {
        CurriculumEdition = curriculum.Edition;
        var halfYears = HalfYears.Count;
        var goals = curriculum.Goals.OrderBy(goal => goal.Order).ToList();
        for (var place = 0; place < goals.Count; place++)
        {
            plan.Add(new PlannedGoal(goals[place], ExpectedDays.FirstHalfYearOf(place, goals.Count, halfYears)));
        }

        SpreadGoals();
    }

    private void Reschedule(bool isCut)
    {
        var halfYears = HalfYears;
        if (!isCut)
        {
            foreach (var goal in plan.Where(goal => goal.HalfYear > halfYears.Count))
            {
                goal.PlanIn(halfYears.Count, goal.ResponsibleId);
            }

            SpreadGoals();
        }

        ScheduleTalks(halfYears);
    }

    private void SpreadGoals()
    {
        var breaks = BreaksThatMoveDates.ToList();
        foreach (var halfYear in HalfYears)
        {
            var goals = plan.Where(goal => goal.HalfYear == halfYear.Number && goal.LeftOn is null).OrderBy(goal => goal.Order).ToList();
            var days = ExpectedDays.For(halfYear, goals.Count, breaks);
            for (var i = 0; i < goals.Count; i++)
            {
                goals[i].ExpectBy(days[i]);
            }
        }
    }

    /// <summary>Arranges a talk beside the law's half-yearly ones.</summary>
    /// <exception cref="RuleException">It is the law's kind, lies outside the training, or its window is upside down.</exception>
    public Evaluation ArrangeTalk(EvaluationKind kind, DateOnly opensOn, DateOnly dueOn, Guid subject)
    {
        Rule.Require(kind != EvaluationKind.HalfYear, RuleTexts.HalfYearTalkByLaw);
        Rule.Require(opensOn <= dueOn && dueOn >= StartsOn && opensOn <= EndsOn, RuleTexts.OutsideTheTraining);

        var talk = new Evaluation(1 + evaluations.Where(e => e.Kind == kind).Select(e => e.Number).DefaultIfEmpty(0).Max(), kind);
        talk.Open(opensOn, dueOn, subject);
        evaluations.Add(talk);
        return talk;
    }

    private void ScheduleTalks(IReadOnlyList<HalfYear> halfYears)
    {
        evaluations.RemoveAll(evaluation => evaluation.Kind == EvaluationKind.HalfYear && evaluation.Number > halfYears.Count && evaluation.IsUntouched);
        foreach (var halfYear in halfYears)
        {
            var evaluation = evaluations.Find(e => e.Kind == EvaluationKind.HalfYear && e.Number == halfYear.Number);
            if (evaluation is null)
            {
                evaluation = new Evaluation(halfYear.Number);
                evaluations.Add(evaluation);
            }

            evaluation.Schedule(halfYear, EnteredOn);
        }
    }
}
