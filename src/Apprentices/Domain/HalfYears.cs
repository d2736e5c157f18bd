namespace Apprentices.Domain;

/// <summary>Days away from the training, both inclusive, and how much of it is away (1-100 %).</summary>
public readonly record struct Break(DateOnly StartsOn, DateOnly EndsOn, int Percent)
{
    /// <summary>By how many days it moves what lies on or after its first day: p % of its days, rounded up.</summary>
    public int Days => (((EndsOn.DayNumber - StartsOn.DayNumber + 1) * Percent) + 99) / 100;
}

/// <summary>
/// One half-year of the training: its days, both inclusive, and the last day of its talk. They are the same day except in
/// the last half-year of a contract with a short rest.
/// </summary>
public sealed record HalfYear(int Number, DateOnly StartsOn, DateOnly EndsOn, DateOnly TalkDueOn)
{
    public bool Contains(DateOnly day) => StartsOn <= day && day <= EndsOn;
}

/// <summary>
/// The half-years of a training period, in each of which the apprentice has a right to a talk about the subject
/// (opplæringsforskrifta § 9-6) and is assessed (§ 9-13). A pure function of the contract's days and its breaks.
/// <para>Half-year k runs from start + 6(k-1) months to the day before start + 6k months; a month that lacks the day
/// gives its last. Each break, in order of its first day, moves every boundary on or after that day by its days; the next
/// half-year begins the day after the previous one's end. They tile the period without gap or overlap.</para>
/// </summary>
public static class HalfYears
{
    /// <summary>A rest of at most so many days after the last whole half-year joins that half-year; its talk does not move.</summary>
    public const int LongestRestInDays = 31;

    /// <param name="startsOn">The first day of the training.</param>
    /// <param name="endsOn">The last day by the contract, before breaks.</param>
    /// <param name="breaks">The breaks that move dates.</param>
    public static IReadOnlyList<HalfYear> For(DateOnly startsOn, DateOnly endsOn, IEnumerable<Break> breaks)
    {
        var ends = PlannedEnds(startsOn, endsOn);
        var dues = ends[..^1].Append(TalkDueInLast(startsOn, endsOn, ends.Count)).ToList();
        Move(ends, breaks);
        Move(dues, breaks);

        var halfYears = new List<HalfYear>(ends.Count);
        for (var i = 0; i < ends.Count; i++)
        {
            var start = i == 0 ? startsOn : ends[i - 1].AddDays(1);
            halfYears.Add(new HalfYear(i + 1, start, ends[i], dues[i]));
        }

        return halfYears;
    }

    /// <summary>Those of a training that ends before its time: none begins after its last day, and the last one ends with it.</summary>
    public static IReadOnlyList<HalfYear> Until(DateOnly lastDay, IReadOnlyList<HalfYear> halfYears) => halfYears[^1].EndsOn <= lastDay ? halfYears :
    [
        .. halfYears.Where((halfYear, place) => place == 0 || halfYear.StartsOn <= lastDay).Select(halfYear => halfYear.EndsOn <= lastDay ? halfYear : halfYear with
        {
            EndsOn = lastDay,
            TalkDueOn = halfYear.TalkDueOn < lastDay ? halfYear.TalkDueOn : lastDay,
        }),
    ];

    /// <summary>The last day of the training after the breaks.</summary>
    public static DateOnly EndAfter(DateOnly endsOn, IEnumerable<Break> breaks)
    {
        List<DateOnly> end = [endsOn];
        Move(end, breaks);
        return end[0];
    }

    private static List<DateOnly> PlannedEnds(DateOnly startsOn, DateOnly endsOn)
    {
        List<DateOnly> ends = [];
        for (var months = 6; ; months += 6)
        {
            var end = startsOn.AddMonths(months).AddDays(-1);
            var rest = endsOn.DayNumber - end.DayNumber;
            if (rest <= LongestRestInDays)
            {
                ends.Add(endsOn);
                return ends;
            }

            ends.Add(end);
        }
    }

    private static DateOnly TalkDueInLast(DateOnly startsOn, DateOnly endsOn, int count)
    {
        var wholeHalfYear = startsOn.AddMonths(6 * count).AddDays(-1);
        return wholeHalfYear < endsOn ? wholeHalfYear : endsOn;
    }

    private static void Move(List<DateOnly> days, IEnumerable<Break> breaks)
    {
        foreach (var away in breaks.OrderBy(b => b.StartsOn).ThenBy(b => b.EndsOn))
        {
            for (var i = 0; i < days.Count; i++)
            {
                if (days[i] >= away.StartsOn)
                {
                    days[i] = days[i].AddDays(away.Days);
                }
            }
        }
    }
}
