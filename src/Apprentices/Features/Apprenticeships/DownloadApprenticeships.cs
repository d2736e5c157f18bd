using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The list as a file, narrowed and sorted as on its page.</summary>
public sealed class DownloadApprenticeships(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    private static ListSheet<Standing> Sheet => new ListSheet<Standing>(ListTexts.SheetApprenticeships)
        .Text(ListTexts.FamilyName, s => s.FamilyName)
        .Text(ListTexts.GivenName, s => s.GivenName)
        .Text(ListTexts.Trade, s => s.Trade.ToString())
        .Text(ListTexts.Curriculum, s => s.CurriculumCode)
        .Text(ListTexts.Workplace, s => s.Workplace)
        .Date(ListTexts.StartsOn, s => s.StartsOn)
        .Date(ListTexts.EndsOn, s => s.EndsOn)
        .Number(ListTexts.HalfYear, s => s.HalfYear)
        .Number(ListTexts.HalfYears, s => s.HalfYears)
        .Number(ListTexts.Documented, s => s.Total == 0 ? null : s.Documented)
        .Number(ListTexts.Expected, s => s.Total == 0 ? null : s.Expected)
        .Number(ListTexts.Total, s => s.Total == 0 ? null : s.Total)
        .Number(ListTexts.NextTalk, s => s.NextTalk)
        .Date(ListTexts.DueOn, s => s.NextDueOn)
        .Date(ListTexts.PlannedOn, s => s.NextPlannedOn)
        .Text(ListTexts.State, s => SharedTexts.ResourceManager.GetString($"Standing{s.State}", SharedTexts.Culture))
        .Text(ListTexts.Instructor, s => s.Instructor)
        .Text(ListTexts.TrainingManager, s => s.TrainingManager);

    public async Task RunAsync(ListQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = await query.ChosenAsync(db, user, cancel);
        var standings = chosen.SelectStanding(user.Today, progress.Value.MarginPercent).Where(Standing.Matching(query.Filter));
        await Sheet.WriteAsync(query.Sorted(standings).AsAsyncEnumerable(), output, cancel);
    }
}
