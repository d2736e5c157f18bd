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

    /// <summary>
    /// Goals nobody has worked on go; those with a rating or an entry stay readable and no longer count, unless the new
    /// curriculum has them too.
    /// </summary>
    private void LeaveCurriculum(Curriculum curriculum)
    {
        CurriculumEdition = curriculum.Edition;
        var today = State.Curricula[^1].FromOn;
        plan.RemoveAll(goal => goal.Ratings.Count == 0 && !goal.IsLogged);
        var kept = plan.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        var codes = curriculum.Goals.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var goal in plan)
        {
            goal.Leave(codes.Contains(goal.Code) ? null : today);
        }

        var halfYears = HalfYears;
        var now = halfYears.LastOrDefault(half => half.StartsOn <= today)?.Number ?? 1;
        var left = halfYears.Count - now + 1;
        var goals = curriculum.Goals.Where(goal => !kept.Contains(goal.Code)).OrderBy(goal => goal.Order).ToList();
        for (var place = 0; place < goals.Count; place++)
        {
            plan.Add(new PlannedGoal(goals[place], now - 1 + ExpectedDays.FirstHalfYearOf(place, goals.Count, left)));
        }
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

    private void ScheduleTalks(IReadOnlyList<HalfYear> halfYears)
    {
        evaluations.RemoveAll(evaluation => evaluation.Number > halfYears.Count && evaluation.IsUntouched);
        foreach (var halfYear in halfYears)
        {
            var evaluation = evaluations.Find(e => e.Number == halfYear.Number);
            if (evaluation is null)
            {
                evaluation = new Evaluation(halfYear.Number);
                evaluations.Add(evaluation);
            }

            evaluation.Schedule(halfYear, EnteredOn);
        }
    }
}
