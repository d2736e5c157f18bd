namespace Apprentices.Domain;

/// <summary>A planned period, as the review needs it; both days inclusive.</summary>
public sealed record PlacedPeriod(Guid Id, Guid WorkplaceId, DateOnly FromOn, DateOnly ToOn);

/// <summary>What the placements of one apprentice are looked at against.</summary>
/// <param name="HalfYears">The half-years of the training, which tile it.</param>
/// <param name="Away">Days on which she is away altogether, both inclusive.</param>
/// <param name="Placements">The planned periods.</param>
/// <param name="Tasks">The tasks of her plan.</param>
/// <param name="GoalCodes">The goals of her plan that count.</param>
public sealed record PlacementFacts(
    IReadOnlyList<HalfYear> HalfYears, IReadOnlyList<(DateOnly FromOn, DateOnly ToOn)> Away, IReadOnlyList<PlacedPeriod> Placements,
    IReadOnlyList<TaskState> Tasks, IReadOnlyList<string> GoalCodes);

/// <summary>
/// What stands out in the placements of an apprentice: a pure function of the plan. Nothing of it is forbidden; whoever plans
/// decides.
/// </summary>
public sealed class PlacementReview
{
    /// <summary>Two periods on the same days.</summary>
    public sealed record Overlap(Guid One, Guid Other, DateOnly FromOn, DateOnly ToOn);

    /// <summary>Days of the training for which nobody has planned, with a working day among them.</summary>
    public sealed record Gap(DateOnly FromOn, DateOnly ToOn, int WorkingDays);

    /// <summary>A period whose first day is no working day, and the first one that is.</summary>
    public sealed record IdleStart(Guid Id, DateOnly FromOn, Holiday? Holiday, DateOnly WorkingDay);

    /// <summary>The public holidays from Monday to Friday and the common holiday weeks inside a period.</summary>
    public sealed record DaysOff(Guid Id, IReadOnlyDictionary<DateOnly, Holiday> Holidays, IReadOnlyList<HolidayWeeks.Period> Weeks);

    /// <summary>A goal that no planned workplace covers; either its tasks are elsewhere, or it has none.</summary>
    public sealed record UncoveredGoal(string Code, bool HasTasks);

    /// <summary>A task at a workplace at which she is not planned in that half-year.</summary>
    public sealed record MisplacedTask(Guid Key, string Title, int HalfYear, Guid WorkplaceId);

    private PlacementReview() { }

    public required IReadOnlyList<Overlap> Overlaps { get; init; }
    public required IReadOnlyList<Gap> Gaps { get; init; }
    public required IReadOnlyList<IdleStart> IdleStarts { get; init; }
    public required IReadOnlyList<DaysOff> Off { get; init; }
    public required IReadOnlyList<UncoveredGoal> UncoveredGoals { get; init; }
    public required IReadOnlyList<MisplacedTask> MisplacedTasks { get; init; }

    public static PlacementReview Of(PlacementFacts facts)
    {
        var placements = facts.Placements.OrderBy(p => p.FromOn).ThenBy(p => p.ToOn).ThenBy(p => p.Id).ToList();
        return new PlacementReview
        {
            Overlaps = OverlapsOf(placements),
            Gaps = GapsOf(facts, placements),
            IdleStarts = [.. placements.Where(p => !WorkingDays.IsWorkingDay(p.FromOn)).Select(p =>
                new IdleStart(p.Id, p.FromOn, WorkingDays.HolidayOn(p.FromOn), MeetingDays.OnOrAfter(p.FromOn, closure: null)))],
            Off = [.. placements.Select(OffIn).Where(off => off.Holidays.Count + off.Weeks.Count > 0)],
            UncoveredGoals = UncoveredIn(facts),
            MisplacedTasks = [.. facts.Tasks.Where(task => IsMisplaced(task, facts)).Select(task =>
                new MisplacedTask(task.Key, task.Terms.Title, task.Terms.HalfYear, task.Terms.WorkplaceId!.Value))],
        };
    }

    private static List<Overlap> OverlapsOf(List<PlacedPeriod> placements) =>
    [
        .. from one in placements.Index()
           from other in placements.Skip(one.Index + 1)
           let fromOn = one.Item.FromOn > other.FromOn ? one.Item.FromOn : other.FromOn
           let toOn = one.Item.ToOn < other.ToOn ? one.Item.ToOn : other.ToOn
           where fromOn <= toOn
           select new Overlap(one.Item.Id, other.Id, fromOn, toOn),
    ];

    private static List<Gap> GapsOf(PlacementFacts facts, List<PlacedPeriod> placements)
    {
        var day = facts.HalfYears[0].StartsOn;
        var end = facts.HalfYears[^1].EndsOn;
        List<Gap> gaps = [];
        foreach (var (fromOn, toOn) in placements.Select(p => (p.FromOn, p.ToOn)).Concat(facts.Away).Append((end.AddDays(1), end.AddDays(1))).Order())
        {
            if (fromOn > day && day <= end)
            {
                var last = fromOn > end ? end : fromOn.AddDays(-1);
                gaps.Add(new Gap(day, last, WorkingDaysIn(day, last)));
            }

            day = toOn < day ? day : toOn == DateOnly.MaxValue ? toOn : toOn.AddDays(1);
        }

        return [.. gaps.Where(gap => gap.WorkingDays > 0)];
    }

    private static int WorkingDaysIn(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Count(number => WorkingDays.IsWorkingDay(DateOnly.FromDayNumber(number)));

    private static DaysOff OffIn(PlacedPeriod placement) => new(
        placement.Id,
        WorkingDays.Holidays(placement.FromOn, placement.ToOn).Where(day => day.Key.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToDictionary(),
        HolidayWeeks.Between(placement.FromOn, placement.ToOn));

    private static List<UncoveredGoal> UncoveredIn(PlacementFacts facts)
    {
        var planned = facts.Placements.Select(p => p.WorkplaceId).ToHashSet();
        var taught = facts.Tasks.SelectMany(task => task.GoalCodes).ToHashSet(StringComparer.Ordinal);
        var covered = facts.Tasks
            .Where(task => task.Terms.WorkplaceId is not { } place || planned.Contains(place))
            .SelectMany(task => task.GoalCodes).ToHashSet(StringComparer.Ordinal);
        return [.. facts.GoalCodes.Where(code => !covered.Contains(code)).Select(code => new UncoveredGoal(code, taught.Contains(code)))];
    }

    private static bool IsMisplaced(TaskState task, PlacementFacts facts) =>
        task.Terms.WorkplaceId is { } place && facts.HalfYears.FirstOrDefault(half => half.Number == task.Terms.HalfYear) is { } half
        && !facts.Placements.Any(p => p.WorkplaceId == place && p.FromOn <= half.EndsOn && p.ToOn >= half.StartsOn);
}
