using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>The log entries that wait for the one who asks as a file, oldest first, narrowed as on their page.</summary>
public sealed class DownloadWaitingEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, TimeProvider clock)
{
    private sealed record Row(string FamilyName, string GivenName, LocalText Trade, DateOnly WorkedOn, DateOnly WorkedTo, string Text, LogState State, DateTimeOffset? HandedInAt);

    public async Task RunAsync(ListWaitingEntries.Query query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.ApproveLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = ListWaitingEntries.Narrow(db.LogEntries.VisibleTo(user).WaitingFor(db, user), query);
        await readings.NoteManyAsync(user, await waiting.Select(entry => entry.ApprenticeshipId).Distinct().ToListAsync(cancel), Opened.Log, cancel);
        var rows = waiting
            .OrderBy(entry => entry.HandedInAt).ThenBy(entry => entry.Id)
            .Select(entry => new Row(
                entry.Apprenticeship.Person.FamilyName, entry.Apprenticeship.Person.GivenName, entry.Apprenticeship.Curriculum.Trade,
                entry.WorkedOn, entry.WorkedTo, entry.Text, entry.State, entry.HandedInAt));
        await Sheet().WriteAsync(rows.AsAsyncEnumerable(), output, cancel);
    }

    private ListSheet<Row> Sheet() => new ListSheet<Row>(ListTexts.SheetWaiting)
        .Text(ListTexts.FamilyName, row => row.FamilyName)
        .Text(ListTexts.GivenName, row => row.GivenName)
        .Text(ListTexts.Trade, row => row.Trade.ToString())
        .Date(ListTexts.FromOn, row => row.WorkedOn)
        .Date(ListTexts.ToOn, row => row.WorkedTo)
        .LongText(ListTexts.Text, row => row.Text)
        .Text(ListTexts.State, row => LogWords.Of(row.State))
        .Date(ListTexts.HandedInOn, row => row.HandedInAt is { } at ? clock.DayOf(at) : null);
}
