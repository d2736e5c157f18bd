using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Standings;

/// <summary>What each supervisor has on her hands, as a file.</summary>
public sealed class DownloadLoad(ShowLoad load, CurrentUserAccessor users)
{
    public async Task RunAsync(ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);

        await Sheet.WriteAsync(await load.AllAsync(cancel), output, cancel);
    }

    private static ListSheet<ShowLoad.Row> Sheet => new ListSheet<ShowLoad.Row>(ListTexts.SheetLoad)
        .Text(ListTexts.Name, row => row.Name)
        .Number(ListTexts.OwnApprentices, row => row.Own)
        .Number(ListTexts.AsDeputy, row => row.AsDeputy)
        .Number(ListTexts.Waiting, row => row.Waiting)
        .Number(ListTexts.OldestDays, row => row.OldestDays)
        .Number(ListTexts.Answers, row => row.Answers)
        .Amount(ListTexts.MedianDays, row => (decimal?)row.MedianDays)
        .Number(ListTexts.TalksDue, row => row.TalksDue);
}
