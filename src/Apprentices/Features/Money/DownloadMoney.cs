using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>The money of one record as a file: the pay steps, and for HR the grants with the sums behind them.</summary>
public sealed class DownloadMoney(ReadMoney read)
{
    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task<byte[]> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var money = await read.RunAsync(id, cancel) ?? throw new NotThereException();
        return MoneyFile.Of(
            [MoneyTexts.ColumnWhat, MoneyTexts.ColumnFrom, MoneyTexts.ColumnTo, MoneyTexts.ColumnPercent, MoneyTexts.ColumnAmount, MoneyTexts.ColumnExplanation],
            PayLines(money.Pay).Concat(money.Grant is { } grant ? grant.Possible.SelectMany(GrantLines) : []));
    }

    private static IEnumerable<object?[]> PayLines(PaySteps pay) => pay.Steps is null
        ? [[MoneyTexts.Pay, null, null, null, null, MoneyWords.Of(pay.WhyNot!.Value)]]
        : pay.Steps.Select(step => new object?[]
        {
            Texts.Format(MoneyTexts.PayOfHalfYear, step.HalfYear.Number), step.HalfYear.StartsOn, step.HalfYear.EndsOn, step.Percent, null,
            Texts.Format(MoneyTexts.TableFrom, SpokenDate.Digits(step.TableFrom)),
        });

    private static IEnumerable<object?[]> GrantLines(ExpectedGrant grant) => grant.HalfYears.Select(half => new object?[]
    {
        MoneyWords.Of(grant.Basis), half.StartsOn, half.EndsOn, null, half.Amount?.ToString("0.00", CultureInfo.CurrentCulture),
        half.Amount is null ? MoneyTexts.NoRate : MoneyWords.Sum(grant, half),
    });
}
