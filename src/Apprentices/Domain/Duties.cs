namespace Apprentices.Domain;

/// <summary>What the duties of an apprenticeship are counted from.</summary>
public sealed record DutyFacts(ContractState State)
{
    /// <summary>The days from which another instructor takes over, with the assignment that says so.</summary>
    public IReadOnlyList<(Guid Assignment, DateOnly FromOn)> InstructorChanges { get; init; } = [];
}

/// <summary>
/// The duties of an apprenticeship: a pure function of its contract, what happened to it, and what house and county have set.
/// No clock and no database. Until the county has consented to a change, what the law sets stays on the old days, and the new
/// ones stand beside them as proposed.
/// </summary>
public static class Duties
{
    /// <summary>The right to a talk each half-year and the instructor's assessment.</summary>
    public const string HalfYearTalkParagraph = "opplæringsforskrifta §§ 9-6, 9-13";

    /// <summary>All of them, in order of their last days.</summary>
    public static IReadOnlyList<Duty> For(DutyFacts facts, DutyRules rules)
    {
        var standing = new DutySums(facts, rules, facts.State.Period).All();
        if (!facts.State.IsWaiting)
        {
            return [.. InOrder(standing)];
        }

        var proposed = new DutySums(facts, rules, facts.State.ProposedPeriod).All().ToDictionary(duty => duty.Key);
        var known = standing.Select(duty => duty.Key).ToHashSet();
        return
        [
            .. InOrder(standing.Select(duty => Beside(duty, proposed.GetValueOrDefault(duty.Key)))
                .Concat(proposed.Values.Where(duty => !known.Contains(duty.Key)).Select(duty => duty with { IsOnlyProposed = true }))),
        ];
    }

    /// <summary>The half-yearly talks alone, with the sums behind their days.</summary>
    public static IReadOnlyList<Duty> Talks(ContractState state, DutyRules rules) =>
        [.. For(new DutyFacts(state), rules).Where(duty => duty is { Kind: DutyKind.HalfYearTalk, IsOnlyProposed: false })];

    private static IEnumerable<Duty> InOrder(IEnumerable<Duty> duties) =>
        duties.OrderBy(duty => duty.DueOn).ThenBy(duty => duty.Kind).ThenBy(duty => duty.Number).ThenBy(duty => duty.Subject);

    private static Duty Beside(Duty duty, Duty? proposed) => proposed is null ? duty : duty with
    {
        ProposedOpensOn = proposed.OpensOn == duty.OpensOn ? null : proposed.OpensOn,
        ProposedDueOn = proposed.DueOn == duty.DueOn ? null : proposed.DueOn,
    };
}
