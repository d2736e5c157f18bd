using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class CoverageTests
{
    private static readonly Guid Oslo = Guid.CreateVersion7();

    [Fact]
    public void A_goal_without_a_task_is_a_gap()
    {
        var coverage = Coverage.Of(["M1", "M2", "M3"], [Task(TaskKind.Task, "M2")]);

        Assert.Equal(["M1", "M3"], coverage.Gaps.Select(goal => goal.Code));
        Assert.False(coverage.IsFull);
    }

    [Fact]
    public void It_is_full_when_every_goal_has_a_task() =>
        Assert.True(Coverage.Of(["M1", "M2"], [Task(TaskKind.Task, "M1", "M2")]).IsFull);

    [Fact]
    public void A_task_may_teach_several_goals_and_a_goal_be_taught_by_several_tasks()
    {
        var (one, other) = (Task(TaskKind.Task, "M1", "M2"), Task(TaskKind.Task, "M2"));

        var goals = Coverage.Of(["M1", "M2"], [one, other]).Goals;

        Assert.Equal([one], goals[0].Tasks);
        Assert.Equal([one, other], goals[1].Tasks);
        Assert.True(goals[1].IsTaughtBy(other.Key));
        Assert.False(goals[0].IsTaughtBy(other.Key));
    }

    [Fact]
    public void Tasks_without_a_goal_are_named_and_so_are_goals_that_do_not_exist()
    {
        var (loose, outdated) = (Task(TaskKind.Task), Task(TaskKind.Task, "OLD"));

        var coverage = Coverage.Of(["M1"], [loose, outdated, Task(TaskKind.Task, "M1")]);

        Assert.Equal([loose, outdated], coverage.WithoutGoal);
        Assert.Equal(["OLD"], coverage.UnknownGoals);
    }

    [Fact]
    public void A_goal_that_only_a_course_teaches_is_marked()
    {
        var course = Task(TaskKind.Course, "M1", "M2");

        var goals = Coverage.Of(["M1", "M2", "M3"], [course, Task(TaskKind.Task, "M2")]).Goals;

        Assert.Equal([true, false, false], goals.Select(goal => goal.IsOnlyByCourse));
    }

    [Fact]
    public void Counts_the_tasks_of_a_goal_at_each_workplace_and_where_the_apprentice_is()
    {
        var there = Task(TaskKind.Task, "M1") with { Terms = new TaskTerms("Der", TaskKind.Task, 1) { WorkplaceId = Oslo } };

        var goal = Coverage.Of(["M1"], [there, Task(TaskKind.Task, "M1"), Task(TaskKind.Course, "M1")]).Goals[0];

        Assert.Equal((1, 2, 0), (goal.At(Oslo), goal.At(null), goal.At(Guid.CreateVersion7())));
    }

    private static TaskState Task(TaskKind kind, params string[] goals) => new(Guid.CreateVersion7(), new TaskTerms("Oppgave", kind, 1), goals);
}
