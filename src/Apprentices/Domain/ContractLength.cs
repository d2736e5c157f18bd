namespace Apprentices.Domain;

/// <summary>One line of the sum behind a length: so much was taken or added, and so many months it gave.</summary>
public sealed record ContractLengthStep(ContractLengthStepKind Kind, int Amount, int Gives);

/// <summary>What a line of the sum does.</summary>
public enum ContractLengthStepKind
{
    /// <summary>The whole course, in months, before anything is taken off.</summary>
    NormalTime,

    /// <summary>The months taken off for the two years at school. No credit is recorded, so they are assumed.</summary>
    SchoolYearsAssumed,

    /// <summary>The months of credit (godskriving) taken off.</summary>
    Credit,

    /// <summary>The months of practice before the contract taken off.</summary>
    Practice,

    /// <summary>The months are spread over part-time of so many percent, rounded up to whole months.</summary>
    PartTime,

    /// <summary>A contract is never shorter than so many months.</summary>
    AtLeast,
}

/// <summary>Why no length can be computed.</summary>
public enum NoContractLength
{
    /// <summary>School and work are divided as this contract says, and no credit is recorded: the contract decides.</summary>
    ContractDecides,

    /// <summary>How much practice the county has approved is not recorded.</summary>
    PracticeNotRecorded,

    /// <summary>The credit is as long as the whole course or longer, so one of the two is wrong.</summary>
    CreditLeavesNothing,
}

/// <summary>
/// How long the training at work is by what is recorded, with the sum behind it; or why that cannot be said. It stands beside
/// the length the contract states and never replaces it: the county decides credit and length (opplæringslova § 7-2,
/// opplæringsforskrifta §§ 6-5 to 6-12, and § 9-58 for the on-the-job candidate).
/// </summary>
/// <param name="Months">The length in months, before breaks; nothing where none can be computed.</param>
/// <param name="Steps">The lines of the sum in their order, as far as it went.</param>
/// <param name="WhyNot">Why there is no length; nothing where there is one.</param>
public sealed record ContractLength(int? Months, IReadOnlyList<ContractLengthStep> Steps, NoContractLength? WhyNot = null)
{
    /// <summary>
    /// Two years at school and two at work; an on-the-job candidate's trade asks for as much practice. (Opplæringslova § 7-2;
    /// most trades by opplæringsforskrifta § 9-58.)
    /// </summary>
    public const int NormalMonths = 48;

    /// <summary>The years at school in the ordinary division (opplæringslova § 7-2; as credit, opplæringsforskrifta §§ 6-5 to 6-12).</summary>
    public const int SchoolMonths = 24;

    /// <summary>A practice certificate candidate's whole course (opplæringslova § 7-2).</summary>
    public const int PracticeCertificateMonths = 24;

    /// <summary>The shortest contract of an on-the-job candidate, however much practice is approved (opplæringsforskrifta § 9-58).</summary>
    public const int ShortestOnTheJobMonths = 12;

    /// <summary>The length by what is recorded of a contract.</summary>
    /// <param name="kind">What kind of contract it is.</param>
    /// <param name="variant">How school and work are divided; the practice certificate and the on-the-job contract know no division.</param>
    /// <param name="creditMonths">The credit in months, or the approved practice of an on-the-job candidate; nothing where none is recorded.</param>
    /// <param name="percent">How much of full time the training takes, 1-100.</param>
    public static ContractLength For(ContractKind kind, ContractVariant variant, int? creditMonths, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(creditMonths ?? 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);

        return kind switch
        {
            ContractKind.PracticeCertificateCandidate => Less(PracticeCertificateMonths, creditMonths ?? 0, percent),
            ContractKind.OnTheJobCandidate when creditMonths is { } practice => OnTheJob(practice, percent),
            ContractKind.OnTheJobCandidate => Nothing(NoContractLength.PracticeNotRecorded),
            _ when creditMonths is { } credit => Less(NormalMonths, credit, percent),
            _ => variant switch
            {
                ContractVariant.Ordinary => Less(NormalMonths, SchoolMonths, percent, ContractLengthStepKind.SchoolYearsAssumed),
                ContractVariant.FullTrainingAtWork => Less(NormalMonths, 0, percent),
                _ => Nothing(NoContractLength.ContractDecides),
            },
        };
    }

    /// <summary>The contract's last day by the computed length, before breaks: the day before so many months have passed.</summary>
    public DateOnly? LastDayFrom(DateOnly startsOn) => Months is { } months ? startsOn.AddMonths(months).AddDays(-1) : null;

    /// <summary>By how many days the stated last day is later than the computed one; negative where it is earlier.</summary>
    public int? DaysOffFrom(DateOnly startsOn, DateOnly statedEnd) =>
        LastDayFrom(startsOn) is { } computed ? statedEnd.DayNumber - computed.DayNumber : null;

    private static ContractLength Less(
        int normal, int taken, int percent, ContractLengthStepKind what = ContractLengthStepKind.Credit)
    {
        List<ContractLengthStep> steps = [new(ContractLengthStepKind.NormalTime, normal, normal)];
        if (taken > 0)
        {
            steps.Add(new ContractLengthStep(what, taken, normal - taken));
        }

        return taken >= normal
            ? new ContractLength(null, steps, NoContractLength.CreditLeavesNothing)
            : Spread(steps, percent);
    }

    /// <summary>The year the contract must last is counted by the calendar, so it comes after the part-time.</summary>
    private static ContractLength OnTheJob(int practice, int percent)
    {
        var left = Math.Max(0, NormalMonths - practice);
        var whole = Spread(
            [
                new(ContractLengthStepKind.NormalTime, NormalMonths, NormalMonths),
                new(ContractLengthStepKind.Practice, practice, left),
            ],
            percent);

        return whole.Months >= ShortestOnTheJobMonths
            ? whole
            : new ContractLength(
                ShortestOnTheJobMonths,
                [.. whole.Steps, new(ContractLengthStepKind.AtLeast, ShortestOnTheJobMonths, ShortestOnTheJobMonths)]);
    }

    private static ContractLength Spread(List<ContractLengthStep> steps, int percent)
    {
        if (percent < 100)
        {
            steps.Add(new ContractLengthStep(ContractLengthStepKind.PartTime, percent, ((steps[^1].Gives * 100) + percent - 1) / percent));
        }

        return new ContractLength(steps[^1].Gives, steps);
    }

    private static ContractLength Nothing(NoContractLength why) => new(null, [], why);
}
