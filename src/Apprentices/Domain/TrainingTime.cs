namespace Apprentices.Domain;

/// <summary>Days away from the training as they are or will be, whatever the county says of them; without a last day, nobody knows it.</summary>
public readonly record struct Away(DateOnly StartsOn, DateOnly? EndsOn, int Percent)
{
    public bool Contains(DateOnly day) => StartsOn <= day && (EndsOn is null || day <= EndsOn);
}

/// <summary>
/// How much training the days of a contract hold: a day counts whole, a day that is partly away by what is left of it, a day that
/// is wholly away not at all. In hundredths of a day, so that every sum is exact.
/// </summary>
/// <param name="startsOn">The first day of the training; there is none before it.</param>
/// <param name="away">The days away, which may overlap.</param>
public sealed class TrainingTime(DateOnly startsOn, IReadOnlyList<Away> away)
{
    /// <summary>A whole day.</summary>
    public const int Day = 100;

    public int On(DateOnly day)
    {
        if (day < startsOn)
        {
            return 0;
        }

        var left = Day;
        foreach (var one in away)
        {
            left -= one.Contains(day) ? one.Percent : 0;
        }

        return Math.Max(left, 0);
    }

    /// <summary>The training from one day to another, both counted.</summary>
    public long Between(DateOnly from, DateOnly to)
    {
        var sum = 0L;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            sum += On(day);
        }

        return sum;
    }

    /// <summary>The whole days of training after a day, up to and with another.</summary>
    public int DaysAfter(DateOnly from, DateOnly to) => (int)(Between(from.AddDays(1), to) / Day);

    /// <summary>The day, going back from one and counting it, on which so much training is reached; the first day of all where there is less.</summary>
    public DateOnly Back(DateOnly from, long training)
    {
        var day = from;
        for (var sum = On(day); sum < training && day > startsOn; sum += On(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The first day after one by which so much training is done.</summary>
    /// <param name="after">The day before the first that counts.</param>
    /// <param name="training">How much.</param>
    /// <param name="horizon">No day later than this one is looked at.</param>
    /// <returns>Nothing where it is not done by the horizon.</returns>
    public DateOnly? Forward(DateOnly after, long training, DateOnly horizon)
    {
        var done = 0L;
        for (var day = after.AddDays(1); day <= horizon; day = day.AddDays(1))
        {
            done += On(day);
            if (done >= training)
            {
                return day;
            }
        }

        return null;
    }
}
