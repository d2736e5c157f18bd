using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Standings;

/// <summary>Those who may fall behind as a file, narrowed and sorted as on their page.</summary>
public sealed class DownloadStandings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    public async Task RunAsync(StandingsQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeStandings);

        await using var db = await database.CreateDbContextAsync(cancel);
        var hits = StandingsQuery.Narrowed(query.Chosen(db, user, progress.Value), db, query.Filter, query, user.Today, progress.Value, clock);
        await Sheet().WriteAsync(query.Sorted(hits).AsAsyncEnumerable(), output, cancel);
    }

    private ListSheet<Attention> Sheet() => new ListSheet<Attention>(ListTexts.SheetStandings)
        .Text(ListTexts.FamilyName, row => row.FamilyName)
        .Text(ListTexts.GivenName, row => row.GivenName)
        .Text(ListTexts.Trade, row => row.Trade.ToString())
        .Text(ListTexts.Workplace, row => row.Workplace)
        .Text(ListTexts.Instructor, row => row.Instructor)
        .Text(ListTexts.TrainingManager, row => row.TrainingManager)
        .Date(ListTexts.EndsOn, row => row.EndsOn)
        .Number(ListTexts.Documented, row => row.Total == 0 ? null : row.Documented)
        .Number(ListTexts.Expected, row => row.Total == 0 ? null : row.Expected)
        .Number(ListTexts.Total, row => row.Total == 0 ? null : row.Total)
        .Date(ListTexts.LastEntryOn, row => row.LastEntryOn)
        .Number(ListTexts.SilentDays, row => row.SilentDays)
        .Number(ListTexts.Waiting, row => row.Waiting)
        .Number(ListTexts.OldestDays, row => row.WaitingSince is { } since ? row.Today.DayNumber - clock.DayOf(since).DayNumber : null)
        .Date(ListTexts.AwayUntil, row => row.AwayUntil == Standing.NobodyKnows ? null : row.AwayUntil);
}
