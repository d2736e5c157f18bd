namespace Apprentices.Domain;

/// <summary>On which days before and after a due day people are told. A house rule; the law sets the due day alone.</summary>
public static class ReminderSteps
{
    /// <summary>Days after the due day; negative before it.</summary>
    public static IReadOnlyList<int> All { get; } = [-30, -14, -7, 0, 1, 7];

    /// <summary>
    /// The step to tell of on a day: the latest one whose day is reached, so that a weekend or a first start sends one
    /// message and not several. None before the first step.
    /// </summary>
    public static int? On(DateOnly today, DateOnly dueOn)
    {
        var days = today.DayNumber - dueOn.DayNumber;
        return days < All[0] ? null : All.Last(step => step <= days);
    }
}
