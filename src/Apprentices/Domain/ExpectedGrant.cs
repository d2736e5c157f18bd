namespace Apprentices.Domain;

/// <summary>
/// One line of the sum behind a half-year's grant: a rate, the days it counts for, and how many months they are. A month counts
/// by its days in training.
/// </summary>
/// <param name="Rate">The rate used, with the day it is from.</param>
/// <param name="PerMonth">The rate as an amount a month for this contract, not rounded.</param>
/// <param name="From">The first day in training that it counts for.</param>
/// <param name="To">The last one.</param>
/// <param name="Days">The days in training between them.</param>
/// <param name="Months">The same in months.</param>
/// <param name="IsEstimate">Whether the rate is older than the year it counts for.</param>
public sealed record GrantPart(GrantRate Rate, decimal PerMonth, DateOnly From, DateOnly To, int Days, decimal Months, bool IsEstimate)
{
    /// <summary>Not rounded: the half-year is, once.</summary>
    public decimal Amount => PerMonth * Months;
}

/// <summary>The grant of half a calendar year, January to June or July to December, paid when it is over.</summary>
/// <param name="StartsOn">The half-year's first day.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Amount">Kroner and øre; nothing where no rate is known; 0 where the whole half-year is away.</param>
/// <param name="Parts">The lines of the sum.</param>
public sealed record GrantHalfYear(DateOnly StartsOn, DateOnly EndsOn, decimal? Amount, IReadOnlyList<GrantPart> Parts)
{
    public bool IsEstimate => Parts.Any(part => part.IsEstimate);

    /// <summary>The first day it can be paid: the county pays in arrears.</summary>
    public DateOnly PaidFrom => EndsOn.AddDays(1);
}

/// <summary>The grant of a calendar year: its half-years together.</summary>
public sealed record GrantYear(int Year, decimal? Amount, bool IsEstimate);

/// <summary>
/// The basic grant to be expected for a training (opplæringsforskrifta § 6-15), by calendar half-year and by year. It counts the
/// days in training: a full break pauses the grant, a part-time one does not. What the county pays is the county's decision.
/// </summary>
/// <param name="Basis">Which grant it is.</param>
/// <param name="SpreadOverMonths">
/// Over how many months grant I's year is spread: the months in training, rounded to whole ones, and at least 24. A training
/// of 48 months gets half as much a month as one of 24, and as much in all.
/// </param>
/// <param name="HalfYears">The calendar half-years that the training touches, in order.</param>
public sealed record ExpectedGrant(GrantBasis Basis, int SpreadOverMonths, IReadOnlyList<GrantHalfYear> HalfYears)
{
    public IReadOnlyList<GrantYear> Years =>
    [
        .. HalfYears.GroupBy(half => half.StartsOn.Year).Select(year => new GrantYear(
            year.Key,
            year.All(half => half.Amount is null) ? null : year.Sum(half => half.Amount ?? 0),
            year.Any(half => half.IsEstimate))),
    ];

    /// <summary>All half-years for which a rate is known.</summary>
    public decimal Total => HalfYears.Sum(half => half.Amount ?? 0);

    /// <param name="startsOn">The first day of the training.</param>
    /// <param name="endsOn">The last day, with what breaks have moved.</param>
    /// <param name="breaks">The breaks of the training.</param>
    /// <param name="basis">Which grant is paid.</param>
    public static ExpectedGrant For(DateOnly startsOn, DateOnly endsOn, IEnumerable<Break> breaks, GrantBasis basis)
    {
        var months = MonthsInTraining(startsOn, endsOn, breaks);
        var spread = Math.Max(
            GrantRates.ShortestSpreadInMonths, (int)Math.Round(months.Sum(month => month.Share), MidpointRounding.AwayFromZero));

        List<GrantHalfYear> halfYears = [];
        for (var first = FirstOfHalfYear(startsOn); first <= endsOn; first = first.AddMonths(6))
        {
            halfYears.Add(HalfYearFrom(first, months, basis, spread));
        }

        return new ExpectedGrant(basis, spread, halfYears);
    }

    private static GrantHalfYear HalfYearFrom(DateOnly first, List<Month> months, GrantBasis basis, int spread)
    {
        var last = first.AddMonths(6).AddDays(-1);
        var isRateKnown = GrantRates.On(last, basis).Count > 0;
        var parts = months
            .Where(month => first <= month.From && month.To <= last)
            .SelectMany(month => GrantRates.On(month.From, basis).Select(rate => (Month: month, Rate: rate)))
            .GroupBy(pair => pair.Rate, pair => pair.Month)
            .Select(group => new GrantPart(
                group.Key, group.Key.PerMonth(spread), group.First().From, group.Last().To,
                group.Sum(month => month.Days), group.Sum(month => month.Share), group.Key.IsEstimateIn(first.Year)))
            .ToList();

        return new GrantHalfYear(
            first, last, isRateKnown ? Math.Round(parts.Sum(part => part.Amount), 2, MidpointRounding.AwayFromZero) : null, parts);
    }

    private static DateOnly FirstOfHalfYear(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 7, 1);

    /// <summary>The months with days in training, in order; a month wholly away is not among them.</summary>
    private static List<Month> MonthsInTraining(DateOnly startsOn, DateOnly endsOn, IEnumerable<Break> breaks)
    {
        var away = breaks.Where(b => b.Percent == 100).ToList();
        return
        [
            .. Enumerable.Range(startsOn.DayNumber, endsOn.DayNumber - startsOn.DayNumber + 1)
                .Select(DateOnly.FromDayNumber)
                .Where(day => !away.Exists(b => b.StartsOn <= day && day <= b.EndsOn))
                .GroupBy(day => (day.Year, day.Month))
                .Select(month => new Month(month.First(), month.Last(), month.Count())),
        ];
    }

    /// <summary>The days in training within one month.</summary>
    private sealed record Month(DateOnly From, DateOnly To, int Days)
    {
        public decimal Share => (decimal)Days / DateTime.DaysInMonth(From.Year, From.Month);
    }
}
