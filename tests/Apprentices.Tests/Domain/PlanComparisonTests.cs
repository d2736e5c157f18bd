using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class PlanComparisonTests
{
    private static readonly TaskState Desk = new(Guid.CreateVersion7(), new TaskTerms("Betjene brukerstøtten", TaskKind.Task, 1), ["KM1"]);
    private static readonly PlanContent Plan = new("TEST01-01", 1, [Goal("KM1", 1, 1), Goal("KM2", 2, 2)], [Desk]);

    [Fact]
    public void The_same_plan_has_no_difference_whatever_has_been_mastered_since_and_by_which_day_it_is_expected()
    {
        var later = Plan with { Goals = [Plan.Goals[0] with { Level = Level.Masters, RatedOn = new DateOnly(2026, 5, 1), ExpectedOn = new DateOnly(2026, 9, 1) }, Plan.Goals[1]] };

        Assert.True(PlanComparison.Between(Plan, later).IsEmpty);
    }

    [Fact]
    public void Names_the_goals_that_were_moved_added_and_taken_out_and_no_other()
    {
        var later = Plan with { Goals = [Plan.Goals[0] with { HalfYear = 3 }, Goal("KM3", 3, 4)] };

        var comparison = PlanComparison.Between(Plan, later);

        Assert.Equal(
            [("KM1", 1, 3), ("KM3", 0, 4), ("KM2", 2, 0)],
            comparison.Goals.Select(goal => ((goal.New ?? goal.Old)!.Code, goal.Old?.HalfYear ?? 0, goal.New?.HalfYear ?? 0)));
        Assert.Equal([true, false, false], comparison.Goals.Select(goal => goal.IsMoved));
        Assert.False(comparison.IsOtherCurriculum);
        Assert.True(comparison.Tasks.IsEmpty);
    }

    [Fact]
    public void Names_the_tasks_that_changed()
    {
        var later = Plan with { Tasks = [Desk with { GoalCodes = ["KM1", "KM2"] }] };

        var comparison = PlanComparison.Between(Plan, later);

        Assert.False(comparison.IsEmpty);
        Assert.Equal([TaskField.Goals], Assert.Single(comparison.Tasks.Differences).Fields);
    }

    [Theory]
    [InlineData("TEST02-01", 1)]
    [InlineData("TEST01-01", 2)]
    public void Another_curriculum_or_another_edition_of_it_is_a_difference(string code, int edition)
    {
        var comparison = PlanComparison.Between(Plan, Plan with { CurriculumCode = code, CurriculumEdition = edition });

        Assert.True(comparison.IsOtherCurriculum);
        Assert.False(comparison.IsEmpty);
    }

    [Theory]
    [InlineData(null, null, "2026-01-01", "2026-06-30")]
    [InlineData(1, 1, "2026-01-01", "2026-01-07")]
    [InlineData(3, 4, "2026-01-15", "2026-01-28")]
    [InlineData(26, 27, "2026-06-25", "2026-06-30")]
    [InlineData(27, 27, "2026-06-30", "2026-06-30")]
    public void The_weeks_of_a_task_are_seven_days_each_from_the_half_years_first_day_and_end_with_it(int? fromWeek, int? toWeek, string fromOn, string toOn)
    {
        var half = new HalfYear(1, new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30));

        var days = (Desk.Terms with { FromWeek = fromWeek, ToWeek = toWeek }).DaysIn(half);

        Assert.Equal((DateOnly.Parse(fromOn, null), DateOnly.Parse(toOn, null)), days);
    }

    private static PlanContentGoal Goal(string code, int order, int halfYear) => new(
        code, order, new LocalText($"Mål {order}", $"Mål {order}", $"Goal {order}"), OfficialText.None, halfYear, new DateOnly(2026, 6, 30), Level.NotBegun, null);
}
