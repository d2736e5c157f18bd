namespace Apprentices.Domain;

/// <summary>Which basic grant (basistilskudd) the county pays for a training (opplæringsforskrifta § 6-15).</summary>
public enum GrantBasis
{
    /// <summary>Basistilskudd I: for those with youth right (ungdomsrett).</summary>
    One,

    /// <summary>Basistilskudd II: for those without, and for every on-the-job candidate.</summary>
    Two,
}

/// <summary>What an amount is for.</summary>
public enum GrantPer
{
    /// <summary>A year of the training part, spread evenly over the months of the contract.</summary>
    YearOfTraining,

    /// <summary>Each month of the contract.</summary>
    Month,

    /// <summary>Each month of the contract, on top of the ordinary amount.</summary>
    MonthExtraordinary,
}

/// <summary>A published rate in kroner, and the days it is paid for. It goes on counting until the next one is known.</summary>
/// <param name="Basis">The grant it is a rate of.</param>
/// <param name="Per">What the amount is for.</param>
/// <param name="ValidFrom">The first day, always the first of a month.</param>
/// <param name="ValidTo">The last day, always the last of a month; nothing where the next rate ends it.</param>
/// <param name="Amount">Kroner.</param>
public sealed record GrantRate(GrantBasis Basis, GrantPer Per, DateOnly ValidFrom, DateOnly? ValidTo, decimal Amount)
{
    /// <summary>Rates are set for a calendar year. In a later year the rate is the newest one known, and the sum an estimate.</summary>
    public bool IsEstimateIn(int year) => year > ValidFrom.Year;

    /// <summary>The amount for one month of a training that lasts so many.</summary>
    public decimal PerMonth(int months) => Per == GrantPer.YearOfTraining ? Amount / months : Amount;
}

/// <summary>
/// The rates of the basic grant as training offices have published them: laerling.no those of 2018 and 2021, mno.no those of
/// 2020 and 2025. They change with the year; the rates of 2019, 2022, 2023 and 2024 are not known here.
/// </summary>
public static class GrantRates
{
    /// <summary>
    /// The shortest time a year of the training part is spread over: two years hold one (a year of training, a year of
    /// productive work). A shorter contract has that much less of the training part left, and so that much less of the grant.
    /// </summary>
    public const int ShortestSpreadInMonths = 24;

    /// <summary>
    /// Every rate known, the earliest first. Grant I is published for 24 months by the month in 2018 (6 377.21) and 2021
    /// (6 975), and for the year in 2020 and 2025; a year is 24 of those months. Grant II is published by the month.
    /// From January to June 2021 there was an extraordinary 708 a month on top of II.
    /// </summary>
    public static IReadOnlyList<GrantRate> All { get; } =
    [
        new(GrantBasis.One, GrantPer.YearOfTraining, new(2018, 1, 1), null, 24 * 6_377.21m),
        new(GrantBasis.Two, GrantPer.Month, new(2018, 1, 1), null, 4_984.25m),
        new(GrantBasis.One, GrantPer.YearOfTraining, new(2020, 1, 1), null, 162_374m),
        new(GrantBasis.Two, GrantPer.Month, new(2020, 1, 1), null, 5_288m),
        new(GrantBasis.One, GrantPer.YearOfTraining, new(2021, 1, 1), null, 24 * 6_975m),
        new(GrantBasis.Two, GrantPer.Month, new(2021, 1, 1), null, 5_452m),
        new(GrantBasis.Two, GrantPer.MonthExtraordinary, new(2021, 1, 1), new(2021, 6, 30), 708m),
        new(GrantBasis.One, GrantPer.YearOfTraining, new(2025, 1, 1), null, 183_093m),
        new(GrantBasis.Two, GrantPer.Month, new(2025, 1, 1), null, 5_963m),
    ];

    /// <summary>Which grant is paid: I for those with youth right, II for those without and for every on-the-job candidate.</summary>
    public static GrantBasis BasisOf(ContractKind kind, bool hasYouthRight) =>
        hasYouthRight && kind != ContractKind.OnTheJobCandidate ? GrantBasis.One : GrantBasis.Two;

    /// <summary>The rates of a grant on a day: the newest ordinary one, and what is paid on top of it. None before the first.</summary>
    public static IReadOnlyList<GrantRate> On(DateOnly day, GrantBasis basis)
    {
        var begun = All.Where(rate => rate.Basis == basis && rate.ValidFrom <= day && (rate.ValidTo is null || day <= rate.ValidTo)).ToList();
        return
        [
            .. begun.Where(rate => rate.Per != GrantPer.MonthExtraordinary).TakeLast(1),
            .. begun.Where(rate => rate.Per == GrantPer.MonthExtraordinary),
        ];
    }
}
