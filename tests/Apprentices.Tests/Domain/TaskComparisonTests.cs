using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class TaskComparisonTests
{
    private static readonly TaskState Desk = Task("Betjene brukerstøtten", 1, "M1", "M2");
    private static readonly TaskState Servers = Task("Drifte servere", 2, "M3");

    [Fact]
    public void Two_lists_that_are_alike_have_no_difference() => Assert.True(TaskComparison.Between([Desk, Servers], [Desk with { }, Servers]).IsEmpty);

    [Fact]
    public void Names_what_was_added_removed_and_changed()
    {
        var (course, moved) = (Task("Kurs i nettverk", 1, "M3"), Desk with { Terms = Desk.Terms with { HalfYear = 3 } });

        var comparison = TaskComparison.Between([Desk, Servers], [course, moved]);

        Assert.Equal([new TaskDifference(null, course), new TaskDifference(Desk, moved), new TaskDifference(Servers, null)], comparison.Differences, SameStates);
        Assert.Equal([TaskDifferenceKind.Added, TaskDifferenceKind.Changed, TaskDifferenceKind.Removed], comparison.Differences.Select(difference => difference.Kind));
        Assert.False(comparison.IsReordered);
    }

    [Fact]
    public void Another_order_is_a_difference_and_nothing_else_is()
    {
        var comparison = TaskComparison.Between([Desk, Servers], [Servers, Desk]);

        Assert.True(comparison.IsReordered);
        Assert.Empty(comparison.Differences);
        Assert.False(comparison.IsEmpty);
    }

    [Theory]
    [InlineData(TaskField.Title)]
    [InlineData(TaskField.Kind)]
    [InlineData(TaskField.HalfYear)]
    [InlineData(TaskField.Weeks)]
    [InlineData(TaskField.Workplace)]
    [InlineData(TaskField.Responsible)]
    [InlineData(TaskField.Method)]
    [InlineData(TaskField.Documentation)]
    [InlineData(TaskField.Goals)]
    public void Names_each_field_that_changed_and_no_other(TaskField field)
    {
        var difference = Assert.Single(TaskComparison.Between([Desk], [With(Desk, field)]).Differences);

        Assert.Equal([field], difference.Fields);
    }

    [Fact]
    public void Offers_what_the_template_changed_where_the_plan_left_it_alone()
    {
        var offer = Assert.Single(TaskComparison.Offered([Desk, Servers], [Desk, With(Servers, TaskField.Method)], [Desk, Servers]));

        Assert.Equal(TaskDifferenceKind.Changed, offer.Kind);
        Assert.Equal([TaskField.Method], offer.Fields);
        Assert.Empty(offer.Conflicts);
        Assert.Equal(With(Servers, TaskField.Method), offer.TakenOver(keepOwn: false));
    }

    [Fact]
    public void What_only_the_plan_changed_is_not_offered_back() =>
        Assert.Empty(TaskComparison.Offered([Desk], [Desk], [With(Desk, TaskField.Workplace)]));

    [Fact]
    public void What_the_plan_has_already_is_not_offered() =>
        Assert.Empty(TaskComparison.Offered([Desk], [With(Desk, TaskField.Title)], [With(Desk, TaskField.Title)]));

    [Fact]
    public void A_change_beside_an_adaptation_comes_in_and_the_adaptation_stays()
    {
        var mine = With(Desk, TaskField.Workplace);
        var offer = Assert.Single(TaskComparison.Offered([Desk], [With(Desk, TaskField.Goals)], [mine]));

        Assert.Equal([TaskField.Workplace], offer.Adapted);
        Assert.Empty(offer.Conflicts);
        Assert.Equal(With(mine, TaskField.Goals), offer.TakenOver(keepOwn: false));
    }

    [Fact]
    public void Where_both_changed_the_same_field_it_is_a_conflict_and_either_may_be_kept()
    {
        var mine = Desk with { Terms = Desk.Terms with { HalfYear = 4, Method = "Hos oss" } };
        var offer = Assert.Single(TaskComparison.Offered([Desk], [Desk with { Terms = Desk.Terms with { HalfYear = 2, Title = "Ny" } }], [mine]));

        Assert.Equal([TaskField.HalfYear], offer.Conflicts);
        Assert.Equal(mine.Terms with { Title = "Ny" }, offer.TakenOver(keepOwn: true)!.Terms);
        Assert.Equal(mine.Terms with { Title = "Ny", HalfYear = 2 }, offer.TakenOver(keepOwn: false)!.Terms);
    }

    [Fact]
    public void A_removed_task_is_offered_for_removal_only_where_the_plan_still_has_it()
    {
        var offer = Assert.Single(TaskComparison.Offered([Desk, Servers], [], [With(Desk, TaskField.Documentation)]));

        Assert.Equal((TaskDifferenceKind.Removed, Desk.Key), (offer.Kind, offer.Key));
        Assert.Equal([TaskField.Documentation], offer.Adapted);
        Assert.Null(offer.TakenOver(keepOwn: false));
    }

    [Fact]
    public void A_new_task_is_offered_whole_and_one_that_was_taken_out_says_so()
    {
        var offers = TaskComparison.Offered([Desk], [With(Desk, TaskField.Title), Servers], []);

        Assert.Equal([(TaskDifferenceKind.Changed, true), (TaskDifferenceKind.Added, false)], offers.Select(offer => (offer.Kind, offer.IsTakenOut)));
        Assert.Equal(Servers, offers[1].TakenOver(keepOwn: false));
    }

    [Fact]
    public void Tasks_of_the_plans_own_are_left_alone() => Assert.Empty(TaskComparison.Offered([Desk], [Desk], [Desk, Servers]));

    [Fact]
    public void A_goal_that_the_plan_does_not_have_is_no_difference()
    {
        var mine = Desk with { GoalCodes = ["M1"] };

        Assert.Empty(TaskComparison.Offered([Desk], [Desk with { GoalCodes = ["M1"] }], [mine], ["M1"]));
        Assert.Empty(TaskComparison.Offered([Desk], [Desk], [mine], ["M1"]));
    }

    private static bool SameStates(TaskDifference one, TaskDifference other) => one.Old == other.Old && one.New == other.New;

    private static TaskState Task(string title, int halfYear, params string[] goals) => new(Guid.CreateVersion7(), new TaskTerms(title, TaskKind.Task, halfYear), goals);

    private static TaskState With(TaskState task, TaskField field) => field switch
    {
        TaskField.Title => task with { Terms = task.Terms with { Title = "Noe annet" } },
        TaskField.Kind => task with { Terms = task.Terms with { Kind = TaskKind.Course } },
        TaskField.HalfYear => task with { Terms = task.Terms with { HalfYear = 4 } },
        TaskField.Weeks => task with { Terms = task.Terms with { FromWeek = 2, ToWeek = 5 } },
        TaskField.Workplace => task with { Terms = task.Terms with { WorkplaceId = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]) } },
        TaskField.Responsible => task with { Terms = task.Terms with { Responsible = TaskResponsible.Other, ResponsibleName = "Kurssenteret" } },
        TaskField.Method => task with { Terms = task.Terms with { Method = "Sammen med en erfaren kollega" } },
        TaskField.Documentation => task with { Terms = task.Terms with { Documentation = "Loggføring" } },
        _ => task with { GoalCodes = ["M2", "M4"] },
    };
}
