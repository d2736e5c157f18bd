namespace Apprentices.Domain;

/// <summary>On which days before and after a due day people are told. A house rule; the law sets the due day alone.</summary>
public static class ReminderSteps
{
    /// <summary>Days after the due day; negative before it.</summary>
    public static IReadOnlyList<int> All { get; } = [-30, -14, -7, 0, 1, 7];

    /// <summary>Days after the first day of a placement whose hand-over is not confirmed; negative before it.</summary>
    public static IReadOnlyList<int> OfHandOver { get; } = [-Placement.HandOverDays, -1, 1];

    /// <summary>
    /// So many days after the due day nobody is told any more: a mail about something that old would be a reproach, not a
    /// reminder. The talk stays overdue on every screen.
    /// </summary>
    public const int LastDay = 30;

    /// <summary>
    /// The step to tell of on a day: the latest one whose day is reached, so that a weekend or a first start sends one
    /// message and not several. None before the first step, and none long after the last.
    /// </summary>
    public static int? On(DateOnly today, DateOnly dueOn) => Latest(All, today, dueOn);

    /// <summary>The step of a hand-over to tell of on a day, likewise.</summary>
    public static int? OfHandOverOn(DateOnly today, DateOnly fromOn) => Latest(OfHandOver, today, fromOn);

    /// <summary>The due days of which somebody is told on a day.</summary>
    public static (DateOnly From, DateOnly To) DueDaysToldOn(DateOnly today) => (today.AddDays(-LastDay), today.AddDays(-All[0]));

    private static int? Latest(IReadOnlyList<int> steps, DateOnly today, DateOnly dueOn)
    {
        var days = today.DayNumber - dueOn.DayNumber;
        return days < steps[0] || days > LastDay ? null : steps.Last(step => step <= days);
    }
}
