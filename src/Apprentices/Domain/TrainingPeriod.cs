namespace Apprentices.Domain;

/// <summary>
/// The days of a training and how they came about: the contract's first and last day as written, what extended it, the breaks
/// that move dates, and the day it was cut off by, if it was. Everything that falls due is counted from here.
/// </summary>
/// <param name="StartsOn">The first day.</param>
/// <param name="StatedEndsOn">The last day as the contract says, before anything moved it.</param>
/// <param name="Extensions">The days each extension adds.</param>
/// <param name="Breaks">The breaks that move dates.</param>
/// <param name="CutOn">The last day where the contract ended before its time.</param>
public sealed record TrainingPeriod(
    DateOnly StartsOn, DateOnly StatedEndsOn, IReadOnlyList<int> Extensions, IReadOnlyList<Break> Breaks, DateOnly? CutOn)
{
    /// <summary>The last day with its extensions, before breaks.</summary>
    public DateOnly ContractEndsOn => StatedEndsOn.AddDays(Extensions.Sum());

    /// <summary>The last day by contract, extensions and breaks: E in the rules, also where the contract was cut off.</summary>
    public DateOnly FullEndsOn => Domain.HalfYears.EndAfter(ContractEndsOn, Breaks);

    /// <summary>The last day of the training.</summary>
    public DateOnly EndsOn => CutOn is { } cut && cut < FullEndsOn ? cut : FullEndsOn;

    /// <summary>The half-years until the training ends.</summary>
    public IReadOnlyList<HalfYear> HalfYears => Domain.HalfYears.Until(EndsOn, Domain.HalfYears.For(StartsOn, ContractEndsOn, Breaks));

    /// <summary>The sum that gives <see cref="FullEndsOn"/>, line by line.</summary>
    public IReadOnlyList<DutyStep> EndArithmetic
    {
        get
        {
            List<DutyStep> steps = [new(DutyStepKind.ContractStart, 0, StartsOn)];
            steps.Add(WholeMonths is { } months
                ? new DutyStep(DutyStepKind.Months, months, StatedEndsOn)
                : new DutyStep(DutyStepKind.ContractEnd, 0, StatedEndsOn));
            var day = StatedEndsOn;
            foreach (var days in Extensions)
            {
                day = day.AddDays(days);
                steps.Add(new DutyStep(DutyStepKind.ExtensionDays, days, day));
            }

            steps.AddRange(Moved(day));
            return steps;
        }
    }

    /// <summary>The lines that the breaks add to a sum that has come to a day so far.</summary>
    public IEnumerable<DutyStep> Moved(DateOnly day)
    {
        foreach (var away in Breaks.OrderBy(b => b.StartsOn).ThenBy(b => b.EndsOn).ThenBy(b => b.Percent))
        {
            if (day >= away.StartsOn)
            {
                day = day.AddDays(away.Days);
                yield return new DutyStep(DutyStepKind.BreakDays, away.Days, day) { From = away.StartsOn, To = away.EndsOn };
            }
        }
    }

    private int? WholeMonths
    {
        get
        {
            var months = ((StatedEndsOn.Year - StartsOn.Year) * 12) + StatedEndsOn.Month - StartsOn.Month;
            int? found = null;
            for (var m = months - 1; m <= months + 1; m++)
            {
                if (m > 0 && StartsOn.AddMonths(m).AddDays(-1) == StatedEndsOn)
                {
                    found = m;
                }
            }

            return found;
        }
    }
}
