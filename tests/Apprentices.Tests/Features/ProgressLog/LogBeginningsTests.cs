using Apprentices.Domain;
using Apprentices.Features.ProgressLog;

namespace Apprentices.Tests.Features.ProgressLog;

/// <summary>What a new entry begins from: the plan of the week, and the entry before.</summary>
public sealed class LogBeginningsTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);
    private static readonly Guid Goal1 = Guid.CreateVersion7(), Goal2 = Guid.CreateVersion7(), Goal3 = Guid.CreateVersion7();

    private static readonly ListLogEntries.PlanTask ThisWeek = Task("Nå", [Goal2], new(2026, 11, 23), new(2026, 12, 6));
    private static readonly ListLogEntries.PlanTask LastWeek = Task("Før", [Goal1], new(2026, 11, 9), new(2026, 11, 22));
    private static readonly ListLogEntries.PlanTask AllHalfYear = Task("Hele halvåret", [Goal3], new(2026, 8, 1), new(2027, 1, 31), weekly: false);

    private static readonly ListLogEntries.Row Before = new(
        Guid.CreateVersion7(), Wednesday.AddDays(-1), Wednesday.AddDays(-1), "Det forrige.", LogState.HandedIn, 1, [Goal1, Goal3], [LastWeek.Id])
    { WrittenAt = default, Reflection = "Nei", Minutes = 60, HandedInAt = null, EnteredElsewhereOn = null };

    private static readonly ListLogEntries.Log Log = new(
        Guid.CreateVersion7(), "Mari Berg", new(2026, 8, 1), new(2028, 7, 31), Wednesday, 1, IsOwn: true, null, LogSetting.Usual,
        [Goal("Mål 1", Goal1), Goal("Mål 2", Goal2), Goal("Mål 3", Goal3, isFormer: true)], [ThisWeek, LastWeek, AllHalfYear], [Before], 1);

    [Fact]
    public void What_is_planned_in_weeks_of_its_own_is_suggested_in_those_weeks()
    {
        Assert.Equal([Goal2], LogBeginnings.GoalsInPlan(Log, On(Wednesday)));
        Assert.Equal([Goal2], LogBeginnings.GoalsInPlan(Log, On(new(2026, 11, 23))));
        Assert.Equal([Goal1], LogBeginnings.GoalsInPlan(Log, On(new(2026, 11, 22))));
        Assert.Empty(LogBeginnings.GoalsInPlan(Log, On(new(2026, 12, 7))));
    }

    [Fact]
    public void The_tasks_of_the_week_of_the_chosen_goals_and_those_chosen_are_likely()
    {
        var input = On(Wednesday);
        Assert.Equal([ThisWeek], LogBeginnings.LikelyTasks(Log, input));

        input.GoalIds = [Goal3];
        Assert.Equal([ThisWeek, AllHalfYear], LogBeginnings.LikelyTasks(Log, input));

        input.TaskIds = [LastWeek.Id];
        Assert.Equal([ThisWeek, LastWeek, AllHalfYear], LogBeginnings.LikelyTasks(Log, input));
    }

    [Fact]
    public void The_entry_before_gives_its_goals_tasks_and_time_and_its_text_only_when_asked()
    {
        var input = On(Wednesday);
        input.Text = "Alt skrevet.";

        var like = LogBeginnings.Like(input, Log, Before);
        Assert.Equal(("Alt skrevet.", 60), (like.Text, like.Minutes));
        Assert.Equal([Goal1], like.GoalIds);
        Assert.Equal([LastWeek.Id], like.TaskIds);
        Assert.Null(like.Reflection);

        Assert.Equal("Alt skrevet.\n\nDet forrige.", LogBeginnings.WithText(like, Before).Text);
        Assert.Equal("Det forrige.", LogBeginnings.WithText(On(Wednesday), Before).Text);
    }

    private static WriteLogEntry.Input On(DateOnly day) => new() { WorkedOn = day };

    private static ListLogEntries.Goal Goal(string title, Guid id, bool isFormer = false) => new(id, new LocalText(title, title, title), 1, Wednesday, Level.NotBegun, isFormer);

    private static ListLogEntries.PlanTask Task(string title, IReadOnlyList<Guid> goals, DateOnly from, DateOnly to, bool weekly = true) => new(Guid.CreateVersion7(), title, 1, goals)
    {
        Terms = new TaskTerms(title, TaskKind.Task, 1) { FromWeek = weekly ? 1 : null, ToWeek = weekly ? 2 : null },
        Days = (from, to),
    };
}
