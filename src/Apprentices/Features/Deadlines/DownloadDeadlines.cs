using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>The list as a file, narrowed and sorted as on its page.</summary>
public sealed class DownloadDeadlines(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(DeadlineQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user), cancel);
        var rows = query.Sorted(query.Narrowed(query.Chosen(db, user), user.Today), user.Today);
        await SheetOf(names).WriteAsync(rows.AsAsyncEnumerable(), output, cancel);
    }

    private static ListSheet<DueRow> SheetOf(DueNames names) => new ListSheet<DueRow>(ListTexts.SheetDeadlines)
        .Text(ListTexts.What, row => DutyWords.Title(row, names))
        .Text(ListTexts.FamilyName, row => names.RecordOf(row)?.FamilyName)
        .Text(ListTexts.GivenName, row => names.RecordOf(row)?.GivenName)
        .Text(ListTexts.Trade, row => names.TradeOf(row)?.ToString())
        .Text(ListTexts.Workplace, names.WorkplaceOf)
        .Text(ListTexts.Basis, row => DutyWords.Of(row.Basis))
        .Date(ListTexts.OpensOn, row => row.OpensOn)
        .Date(ListTexts.DueOn, row => row.DueOn)
        .Date(ListTexts.ProposedDueOn, row => row.ProposedDueOn)
        .Date(ListTexts.SentOn, row => row.SentOn)
        .Date(ListTexts.AskAgainOn, row => row.SentOn is null ? null : row.ActOn)
        .Text(ListTexts.Role, row => DutyWords.Of(row.Responsible))
        .Text(ListTexts.Responsible, names.ResponsibleFor)
        .Text(ListTexts.State, row => DutyWords.Of(row.State))
        .Date(ListTexts.DoneOn, row => row.DoneOn);
}
