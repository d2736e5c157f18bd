namespace Apprentices.Domain;

/// <summary>What falls due.</summary>
public enum DutyKind
{
    /// <summary>The half-yearly talk.</summary>
    HalfYearTalk,
}

/// <summary>Whether a day is set by law or by the house.</summary>
public enum DutyBasis
{
    Law,
    HouseRule,
}

/// <summary>One line of the sum behind a date: what was added, and the day it gave.</summary>
public sealed record DutyStep(DutyStepKind Kind, int Amount, DateOnly Gives);

/// <summary>What a line of the sum adds.</summary>
public enum DutyStepKind
{
    /// <summary>The contract's first day.</summary>
    ContractStart,

    /// <summary>So many months, to the last day before.</summary>
    Months,

    /// <summary>The contract's last day, which comes first.</summary>
    ContractEnd,

    /// <summary>So many days of a break.</summary>
    BreakDays,
}

/// <summary>
/// Something that falls due on an apprenticeship: its window, its last day, who sees to it, by which paragraph, and the sum
/// behind the day.
/// </summary>
public sealed record Duty(
    DutyKind Kind, int Number, DateOnly OpensOn, DateOnly DueOn, DutyBasis Basis, string Paragraph, AssignmentRole Responsible,
    IReadOnlyList<DutyStep> Arithmetic);

/// <summary>The duties of an apprenticeship: a pure function of the contract's days and its breaks.</summary>
public static class Duties
{
    /// <summary>The right to a talk each half-year and the instructor's assessment (opplæringsforskrifta §§ 9-6, 9-13).</summary>
    public const string HalfYearTalkParagraph = "opplæringsforskrifta §§ 9-6, 9-13";

    public static IReadOnlyList<Duty> For(DateOnly startsOn, DateOnly endsOn, IEnumerable<Break> breaks)
    {
        var inOrder = breaks.OrderBy(b => b.StartsOn).ThenBy(b => b.EndsOn).ToList();
        return
        [
            .. HalfYears.For(startsOn, endsOn, inOrder).Select(halfYear => new Duty(
                DutyKind.HalfYearTalk, halfYear.Number, halfYear.StartsOn, halfYear.TalkDueOn, DutyBasis.Law,
                HalfYearTalkParagraph, AssignmentRole.Instructor, Arithmetic(startsOn, endsOn, halfYear.Number, inOrder))),
        ];
    }

    private static List<DutyStep> Arithmetic(DateOnly startsOn, DateOnly endsOn, int number, List<Break> breaks)
    {
        var day = startsOn.AddMonths(6 * number).AddDays(-1);
        List<DutyStep> steps = [new(DutyStepKind.ContractStart, 0, startsOn), new(DutyStepKind.Months, 6 * number, day)];
        if (endsOn < day)
        {
            day = endsOn;
            steps.Add(new DutyStep(DutyStepKind.ContractEnd, 0, day));
        }

        foreach (var away in breaks)
        {
            if (day >= away.StartsOn)
            {
                day = day.AddDays(away.Days);
                steps.Add(new DutyStep(DutyStepKind.BreakDays, away.Days, day));
            }
        }

        return steps;
    }
}
