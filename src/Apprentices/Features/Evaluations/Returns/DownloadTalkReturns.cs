using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>The return control as a file, narrowed and sorted as on its page.</summary>
public sealed class DownloadTalkReturns(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(ReturnsQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalkReturns);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talks = query.Narrowed(query.Chosen(db, user), user.Today);
        var people = await ReturnPeople.ReadAsync(db, user, await talks.Select(talk => talk.ApprenticeshipId).Distinct().ToListAsync(cancel), cancel);
        await SheetOf(people, user.Today).WriteAsync(ListTalkReturns.Rows(db, ReturnsQuery.Sorted(talks, user.Today)).AsAsyncEnumerable(), output, cancel);
    }

    private ListSheet<ReturnRow> SheetOf(ReturnPeople people, DateOnly today) => new ListSheet<ReturnRow>(ListTexts.SheetReturns)
        .Text(ListTexts.FamilyName, row => row.FamilyName)
        .Text(ListTexts.GivenName, row => row.GivenName)
        .Text(EvaluationTexts.ColumnTalk, row => TalkWords.Title(row.Kind, row.Number))
        .Text(ListTexts.Trade, row => row.Trade.ToString())
        .Text(ListTexts.Workplace, row => row.Workplace)
        .Text(ListTexts.Instructor, row => string.Join(", ", people.Of(row.ApprenticeshipId, FormParties.Instructor).Select(one => one.Name)))
        .Date(ListTexts.DueOn, row => row.DueOn)
        .Number(ReturnsTexts.ColumnOverdueDays, row => row.OverdueDays(today))
        .Date(ListTexts.PlannedOn, row => row.PlannedOn)
        .Date(ReturnsTexts.ColumnApprenticePrepared, row => DayOf(row.ApprenticeHandedInAt))
        .Date(ReturnsTexts.ColumnSupervisorPrepared, row => DayOf(row.SupervisorHandedInAt))
        .Date(ListTexts.HeldOn, row => row.HeldOn)
        .Text(ListTexts.State, row => ReturnsWords.State(row, today))
        .Text(ReturnsTexts.ColumnWaitsFor, row => string.Join(", ", ListTalkReturns.WaitsFor(row, people, today)));

    private DateOnly? DayOf(DateTimeOffset? at) => at is { } moment ? clock.DayOf(moment) : null;
}

/// <summary>Where a talk stands, in words.</summary>
internal static class ReturnsWords
{
    public static string State(ReturnRow row, DateOnly today) => row switch
    {
        { State: EvaluationState.Signed } => ReturnsTexts.StateSigned,
        { State: EvaluationState.Held } => ReturnsTexts.StateToSign,
        _ when row.OverdueDays(today) is not null => ReturnsTexts.StateOverdue,
        { PlannedOn: null } => ReturnsTexts.StateNotAgreed,
        { HasOpened: true } => ReturnsTexts.StatePrepared,
        _ => ReturnsTexts.StateAgreed,
    };

    public static string Asked(TalkMailKind what) => what switch
    {
        TalkMailKind.PrepareIt => ReturnsTexts.AskedToPrepare,
        TalkMailKind.HoldIt => ReturnsTexts.AskedToHold,
        _ => ReturnsTexts.AskedToSign,
    };
}
