using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>The money of one record as a file: the pay steps, and for HR the grants with the sums behind them.</summary>
public sealed class DownloadMoney(ReadMoney read)
{
    private sealed record Line(string What, DateOnly? FromOn, DateOnly? ToOn, int? Percent, decimal? Amount, string? Explanation);

    private static ListSheet<Line> Sheet => new ListSheet<Line>(ListTexts.SheetMoney)
        .Text(MoneyTexts.ColumnWhat, line => line.What)
        .Date(MoneyTexts.ColumnFrom, line => line.FromOn)
        .Date(MoneyTexts.ColumnTo, line => line.ToOn)
        .Number(MoneyTexts.ColumnPercent, line => line.Percent)
        .Amount(MoneyTexts.ColumnAmount, line => line.Amount)
        .LongText(MoneyTexts.ColumnExplanation, line => line.Explanation);

    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid id, ListOutput output, CancellationToken cancel = default)
    {
        var money = await read.RunAsync(id, cancel) ?? throw new NotThereException();
        await Sheet.WriteAsync([.. PayLines(money.Pay), .. money.Grant is { } grant ? grant.Possible.SelectMany(GrantLines) : []], output, cancel);
    }

    private static IEnumerable<Line> PayLines(PaySteps pay) => pay.Steps is null
        ? [new Line(MoneyTexts.Pay, null, null, null, null, MoneyWords.Of(pay.WhyNot!.Value))]
        : pay.Steps.Select(step => new Line(
            Texts.Format(MoneyTexts.PayOfHalfYear, step.HalfYear.Number), step.HalfYear.StartsOn, step.HalfYear.EndsOn, step.Percent, null,
            Texts.Format(MoneyTexts.TableFrom, SpokenDate.Digits(step.TableFrom))));

    private static IEnumerable<Line> GrantLines(ExpectedGrant grant) => grant.HalfYears.Select(half => new Line(
        MoneyWords.Of(grant.Basis), half.StartsOn, half.EndsOn, null, half.Amount, half.Amount is null ? MoneyTexts.NoRate : MoneyWords.Sum(grant, half)));
}
