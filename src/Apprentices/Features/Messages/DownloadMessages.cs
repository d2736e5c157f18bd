using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Messages;

/// <summary>The messages as a file, narrowed as on their page.</summary>
public sealed class DownloadMessages(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(MessageQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeMessages);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = MessageQuery.Sorted(query.Chosen(db, user, clock.GetUtcNow()).Where(MessageRow.Has(query.Fate)));
        await new ListSheet<MessageRow>(MessageTexts.Title)
            .Text(MessageTexts.ColumnKind, row => row.Kind.Word())
            .Text(MessageTexts.ColumnRecipient, row => row.Recipient)
            .Text(MessageTexts.ColumnAbout, row => row.About)
            .Date(MessageTexts.ColumnPromised, row => clock.DayOf(row.QueuedAt))
            .Text(MessageTexts.ColumnFate, row => row.Fate.Word())
            .Date(MessageTexts.ColumnSent, row => DayOf(row.SentAt))
            .Number(MessageTexts.ColumnFailures, row => row.Failures)
            .Text(MessageTexts.ColumnWhy, row => row.FailureKind?.Word())
            .Date(MessageTexts.ColumnGivenUp, row => DayOf(row.GivenUpAt))
            .Date(MessageTexts.ColumnCalledOff, row => DayOf(row.CancelledAt))
            .WriteAsync(rows.AsAsyncEnumerable(), output, cancel);
    }

    private DateOnly? DayOf(DateTimeOffset? at) => at is { } moment ? clock.DayOf(moment) : null;
}
