using System.Text;
using Apprentices.Features.Money;
using Apprentices.Shared;

namespace Apprentices.Tests.Access;

/// <content>Pay and grants.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfMoney() =>
    [
        Read<ReadMoney>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ReadMoney>(async (use, at) => (await use.RunAsync(at.Id))?.Grant is not null, "grants"),
        Read<DownloadMoney>(async (use, at) => await use.RunAsync(at.Id)),
        Read<DownloadMoney>(async (use, at) =>
            Encoding.UTF8.GetString(await use.RunAsync(at.Id)).Contains(MoneyTexts.GrantOne, StringComparison.Ordinal), "grants"),
        Read<ListGrants>(async (use, _) => (await use.RunAsync()).Apprenticeships > 0),
        Read<DownloadGrants>(async (use, _) =>
            Encoding.UTF8.GetString(await use.RunAsync()).Contains(DutyWords.CountyName("03"), StringComparison.Ordinal)),
    ];
}
