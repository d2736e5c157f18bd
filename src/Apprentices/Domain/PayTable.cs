namespace Apprentices.Domain;

/// <summary>The pay of one half-year, in percent of the base salary, and from which day the table holds that says so.</summary>
public sealed record PayStep(HalfYear HalfYear, int Percent, DateOnly TableFrom);

/// <summary>Why no table tells the pay.</summary>
public enum NoPayTable
{
    /// <summary>The table is the apprentice's; the others are paid otherwise.</summary>
    OtherKind,

    /// <summary>The table is for two years at school and two at work.</summary>
    OtherVariant,

    /// <summary>The table is for full time.</summary>
    PartTime,

    /// <summary>The table is for 24 months.</summary>
    OtherLength,

    /// <summary>No table is known for the days of a half-year.</summary>
    NoneAtThatTime,
}

/// <summary>The pay steps of a training; or why no table tells them. There is never a guess.</summary>
/// <param name="Steps">One step a half-year; none where no table fits.</param>
/// <param name="WhyNot">Why there are no steps; nothing where there are.</param>
public sealed record PaySteps(IReadOnlyList<PayStep>? Steps, NoPayTable? WhyNot = null);

/// <summary>
/// The pay of apprentices in the state, in percent of the base salary for each half-year of the training: «Særavtale om lønns-
/// og arbeidsvilkår for lærlinger og lærekandidater i staten». Only the productive part of the training is paid, and over two
/// years the steps come to one whole year's salary. The amount of the base salary is not held here.
/// </summary>
public sealed record PayTable(DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<int> Percents)
{
    /// <summary>
    /// Every table known, the earliest first. From 2018: 30, 40, 50 and 80 %, as the state's training office gives it for the
    /// two-year model (okstat.difi.no, «Lønn, arbeidstid og ferie»). No later table is known; whoever finds other percentages
    /// in the agreement in force ends this one and adds the next.
    /// </summary>
    public static IReadOnlyList<PayTable> All { get; } = [new(new(2018, 1, 1), null, [30, 40, 50, 80])];

    /// <summary>The steps of a training, one for each of its half-years, which breaks have moved as they move everything.</summary>
    /// <param name="kind">What kind of contract it is.</param>
    /// <param name="variant">How school and work are divided.</param>
    /// <param name="contractEndsOn">The contract's last day as written, before breaks.</param>
    /// <param name="halfYears">The half-years of the training as they stand.</param>
    /// <param name="percent">How much of full time the training takes, 1-100.</param>
    public static PaySteps For(
        ContractKind kind, ContractVariant variant, DateOnly contractEndsOn, IReadOnlyList<HalfYear> halfYears, int percent) =>
        For(All, kind, variant, contractEndsOn, halfYears, percent);

    /// <summary>The same by other tables.</summary>
    public static PaySteps For(
        IReadOnlyList<PayTable> tables, ContractKind kind, ContractVariant variant, DateOnly contractEndsOn,
        IReadOnlyList<HalfYear> halfYears, int percent)
    {
        if (WhyNot(kind, variant, contractEndsOn, halfYears, percent) is { } why)
        {
            return new PaySteps(null, why);
        }

        var steps = halfYears
            .Select(halfYear => (HalfYear: halfYear, Table: tables.LastOrDefault(table => table.HoldsOn(halfYear.StartsOn))))
            .Where(pair => pair.Table is not null)
            .Select(pair => new PayStep(pair.HalfYear, pair.Table!.Percents[pair.HalfYear.Number - 1], pair.Table.ValidFrom))
            .ToList();

        return steps.Count == halfYears.Count ? new PaySteps(steps) : new PaySteps(null, NoPayTable.NoneAtThatTime);
    }

    private bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    private static NoPayTable? WhyNot(
        ContractKind kind, ContractVariant variant, DateOnly contractEndsOn, IReadOnlyList<HalfYear> halfYears, int percent) =>
        kind != ContractKind.Apprentice ? NoPayTable.OtherKind
        : variant != ContractVariant.Ordinary ? NoPayTable.OtherVariant
        : percent < 100 ? NoPayTable.PartTime
        : halfYears.Count != 4 || IsTooShort(halfYears[0].StartsOn, contractEndsOn) ? NoPayTable.OtherLength
        : null;

    /// <summary>Three half-years and a bit are four as well. What a rest may be too long, a contract may be too short.</summary>
    private static bool IsTooShort(DateOnly startsOn, DateOnly contractEndsOn) =>
        contractEndsOn.AddDays(HalfYears.LongestRestInDays) < startsOn.AddMonths(24).AddDays(-1);
}
