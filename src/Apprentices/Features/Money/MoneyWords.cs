using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>What pay and grants and the sums behind them are called, on screen and in files.</summary>
internal static class MoneyWords
{
    /// <summary>Why no table tells the pay.</summary>
    public static string Of(NoPayTable why) => why switch
    {
        NoPayTable.OtherKind => MoneyTexts.NoTableOtherKind,
        NoPayTable.OtherVariant => MoneyTexts.NoTableOtherVariant,
        NoPayTable.PartTime => MoneyTexts.NoTablePartTime,
        NoPayTable.OtherLength => MoneyTexts.NoTableOtherLength,
        _ => MoneyTexts.NoTableAtThatTime,
    };

    public static string Of(GrantBasis basis) => basis == GrantBasis.One ? MoneyTexts.GrantOne : MoneyTexts.GrantTwo;

    /// <summary>Half of a calendar year, such as "Januar–juni 2026".</summary>
    public static string HalfOf(DateOnly first) =>
        Texts.Format(first.Month == 1 ? MoneyTexts.FirstHalf : MoneyTexts.SecondHalf, first.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whole kroner, as they are read in a list.</summary>
    public static string Kroner(decimal amount) => Texts.Format(MoneyTexts.Kroner, amount);

    /// <summary>Kroner and øre, as they are read in a sum.</summary>
    public static string Exactly(decimal amount) => Texts.Format(MoneyTexts.KronerAndOre, amount);

    /// <summary>The rate of a line: what it is for, from when, and how it becomes an amount a month.</summary>
    public static string Rate(GrantPart part, int spreadOverMonths)
    {
        var (amount, from) = (Exactly(part.Rate.Amount), SpokenDate.Digits(part.Rate.ValidFrom));
        return part.Rate.Per switch
        {
            GrantPer.YearOfTraining => Texts.Format(MoneyTexts.RateOfYear, amount, from, spreadOverMonths),
            GrantPer.MonthExtraordinary => Texts.Format(MoneyTexts.RateExtraordinary, amount, from),
            _ => Texts.Format(MoneyTexts.RateOfMonth, amount, from),
        };
    }

    /// <summary>The days a line counts, and how many months they are.</summary>
    public static string Days(GrantPart part) => Texts.Format(
        MoneyTexts.DaysInTraining, SpokenDate.Digits(part.From), SpokenDate.Digits(part.To), Texts.Count(part.Days, SharedTexts.DaysOne, SharedTexts.DaysSeveral));

    public static string Months(decimal months) => Texts.Format(MoneyTexts.Months, months);

    /// <summary>From which day the rate is that an amount was estimated by.</summary>
    public static string Estimate(GrantHalfYear half) =>
        Texts.Format(MoneyTexts.Estimate, SpokenDate.Digits(half.Parts.First(part => part.IsEstimate).Rate.ValidFrom));

    /// <summary>The whole sum of a half-year in one sentence.</summary>
    public static string Sum(ExpectedGrant grant, GrantHalfYear half) => half.Parts.Count == 0 ? MoneyTexts.WhollyAway : string.Join(" + ", half.Parts.Select(part =>
        $"{Days(part)} = {Months(part.Months)} × {Exactly(part.PerMonth)} ({Rate(part, grant.SpreadOverMonths)})"))
        + (half.IsEstimate ? $"; {Estimate(half)}" : "");
}
