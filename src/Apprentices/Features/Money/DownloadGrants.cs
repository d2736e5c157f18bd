using System.Globalization;
using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>The expected grants of all as a file, a line for each half-year and county.</summary>
public sealed class DownloadGrants(ListGrants list)
{
    public async Task<byte[]> RunAsync(CancellationToken cancel = default)
    {
        var grants = await list.RunAsync(progress: null, cancel);
        return MoneyFile.Of(
            [
                MoneyTexts.ColumnFrom, MoneyTexts.ColumnTo, MoneyTexts.ColumnCounty, MoneyTexts.ColumnPeople, MoneyTexts.GrantOne, MoneyTexts.GrantTwo,
                MoneyTexts.ColumnAtLeast, MoneyTexts.ColumnAtMost, MoneyTexts.ColumnLowest, MoneyTexts.ColumnHighest, MoneyTexts.ColumnEstimate,
            ],
            grants.Lines.Select(line => new object?[]
            {
                line.StartsOn, line.StartsOn.AddMonths(6).AddDays(-1), DutyWords.CountyName(line.CountyNumber), line.People, Number(line.One), Number(line.Two),
                Number(line.AtLeast), Number(line.AtMost), Number(line.Lowest), Number(line.Highest), line.IsEstimate ? MoneyTexts.Yes : MoneyTexts.No,
            }));
    }

    private static string Number(decimal amount) => amount.ToString("0.00", CultureInfo.CurrentCulture);
}
