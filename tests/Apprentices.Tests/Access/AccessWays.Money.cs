using Apprentices.Features.Money;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>Pay and grants.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfMoney() =>
    [
        Read<ReadMoney>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ReadMoney>(async (use, at) => (await use.RunAsync(at.Id))?.Grant is not null, "grants"),
        Read<DownloadMoney>(async (use, at) => await ListRead.CsvAsync(output => use.RunAsync(at.Id, output))),
        Read<DownloadMoney>(async (use, at) =>
            (await ListRead.CsvAsync(output => use.RunAsync(at.Id, output))).Contains(MoneyTexts.GrantOne, StringComparison.Ordinal), "grants"),
        Read<ListGrants>(async (use, _) => (await use.RunAsync()).Apprenticeships > 0),
        Read<DownloadGrants>(async (use, _) =>
            (await ListRead.CsvAsync(output => use.RunAsync(countyNumber: null, withEarlier: true, output))).Contains(DutyWords.CountyName("03"), StringComparison.Ordinal)),
    ];
}
