using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>The tests of the coming year as a file, narrowed as on the page.</summary>
public sealed class DownloadTestYear(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private static ListSheet<TestYearRow> Sheet => new ListSheet<TestYearRow>(FinalTestTexts.SheetYear)
        .Text(ListTexts.FamilyName, row => row.FamilyName)
        .Text(ListTexts.GivenName, row => row.GivenName)
        .Text(ListTexts.Trade, row => row.Trade.ToString())
        .Text(ListTexts.Curriculum, row => row.CurriculumCode)
        .Text(ListTexts.Workplace, row => row.Workplace)
        .Text(FinalTestTexts.County, row => DutyWords.CountyName(row.CountyNumber))
        .Number(FinalTestTexts.AttemptNumber, row => row.Number)
        .Date(FinalTestTexts.WindowFrom, row => row.OpensOn)
        .Date(ListTexts.EndsOn, row => row.EndsOn)
        .Date(FinalTestTexts.RegistrationBy, row => row.RegistrationDueOn)
        .Date(ListTexts.SentOn, row => row.SentOn)
        .Date(FinalTestTexts.FirstDay, row => row.FirstDayOn)
        .Date(FinalTestTexts.LastDay, row => row.LastDayOn)
        .Date(FinalTestTexts.PassedOnLabel, row => row.PassedOn)
        .Text(ListTexts.State, row => FinalTestWords.Of(row.Stage))
        .Text(ListTexts.TrainingManager, row => row.TrainingManager);

    public async Task RunAsync(TestYearQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeTestYear);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = query.InMonth(query.Chosen(db, user));
        await Sheet.WriteAsync(TestYearQuery.Sorted(query.Stage is { } stage ? rows.Where(TestYearRow.At(stage)) : rows).AsAsyncEnumerable(), output, cancel);
    }
}
