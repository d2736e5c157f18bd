namespace Apprentices.Domain;

/// <summary>A goal that stands otherwise in two states of a plan: added, gone, or moved to another half-year.</summary>
/// <param name="Old">As it was; empty where it was added.</param>
/// <param name="New">As it is; empty where it is gone.</param>
public sealed record PlanGoalDifference(PlanContentGoal? Old, PlanContentGoal? New)
{
    public bool IsMoved => Old is not null && New is not null;
}

/// <summary>
/// What changed in a plan from one time to another. How well a goal is mastered, and on which day of its half-year it is expected,
/// is no change of the plan.
/// </summary>
/// <param name="IsOtherCurriculum">Whether the plan follows another curriculum or edition of it.</param>
/// <param name="Goals">In the order of the new plan; those that are gone come last.</param>
/// <param name="Tasks">Its tasks and courses.</param>
public sealed record PlanComparison(bool IsOtherCurriculum, IReadOnlyList<PlanGoalDifference> Goals, TaskComparison Tasks)
{
    public bool IsEmpty => !IsOtherCurriculum && Goals.Count == 0 && Tasks.IsEmpty;

    public static PlanComparison Between(PlanContent old, PlanContent @new)
    {
        var before = old.Goals.ToDictionary(goal => goal.Code, StringComparer.Ordinal);
        var after = @new.Goals.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        return new PlanComparison(
            old.CurriculumCode != @new.CurriculumCode || old.CurriculumEdition != @new.CurriculumEdition,
            [
                .. @new.Goals
                    .Where(goal => before.GetValueOrDefault(goal.Code)?.HalfYear != goal.HalfYear)
                    .Select(goal => new PlanGoalDifference(before.GetValueOrDefault(goal.Code), goal)),
                .. old.Goals.Where(goal => !after.Contains(goal.Code)).Select(goal => new PlanGoalDifference(goal, null)),
            ],
            TaskComparison.Between(old.Tasks, @new.Tasks));
    }
}
