using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>The expected grants of all as a file, a line for each half-year and county, narrowed as on their page.</summary>
public sealed class DownloadGrants(ListGrants list)
{
    private static ListSheet<ListGrants.Line> Sheet => new ListSheet<ListGrants.Line>(ListTexts.SheetGrants)
        .Date(MoneyTexts.ColumnFrom, line => line.StartsOn)
        .Date(MoneyTexts.ColumnTo, line => line.StartsOn.AddMonths(6).AddDays(-1))
        .Text(MoneyTexts.ColumnCounty, line => DutyWords.CountyName(line.CountyNumber))
        .Number(MoneyTexts.ColumnPeople, line => line.People)
        .Amount(MoneyTexts.GrantOne, line => line.One)
        .Amount(MoneyTexts.GrantTwo, line => line.Two)
        .Amount(MoneyTexts.ColumnAtLeast, line => line.AtLeast)
        .Amount(MoneyTexts.ColumnAtMost, line => line.AtMost)
        .Amount(MoneyTexts.ColumnLowest, line => line.Lowest)
        .Amount(MoneyTexts.ColumnHighest, line => line.Highest)
        .YesNo(MoneyTexts.ColumnEstimate, line => line.IsEstimate);

    /// <param name="countyNumber">One county; empty: all.</param>
    /// <param name="withEarlier">Whether those of earlier years are in it too.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(string? countyNumber, bool withEarlier, ListOutput output, CancellationToken cancel = default)
    {
        var grants = await list.RunAsync(progress: null, cancel);
        var lines = grants.Lines.Where(line => (countyNumber is null || line.CountyNumber == countyNumber) && grants.IsShown(line, withEarlier));
        await Sheet.WriteAsync([.. lines], output, cancel);
    }
}
