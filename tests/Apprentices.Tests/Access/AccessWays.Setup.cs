using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Setup;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>What HR sets up for the calendar of duties.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfSetup() =>
    [
        Read<ListCountySettings>(async (use, _) => await use.RunAsync()),
        Read<SetCountySetting>(async (use, _) => await use.ReadAsync("03"), "read"),
        Do<SetCountySetting>((use, at) => use.RunAsync("03", new SetCountySetting.Input
        {
            ValidFrom = at.App.Clock.Today, OpensMonths = 6, SicknessWeeks = 8, ReportDay = 15, ReportMonth = 2,
        })),
        Read<ListOfficeTasks>(async (use, _) => await use.RunAsync()),
        Read<ForeseeReminders>(async (use, _) => await use.RunAsync(1)),
        Do<SetOfficeTasks>((use, _) => use.RunAsync(new SetOfficeTasks.Input { Choices = [new SetOfficeTasks.Choice { Kind = DutyKind.MockTest }] })),
        Read<ListApprovals>(async (use, _) => await use.RunAsync()),
        Read<EnterApproval>(async (use, _) => await use.ReadAsync(), "read"),
        Read<EnterApproval>(async (use, at) => await use.RunAsync(new EnterApproval.Input
        {
            CurriculumCode = at.Apprenticeship.CurriculumCode, WorkplaceId = at.Apprenticeship.WorkplaceId, CountyNumber = "03", FromOn = at.App.Clock.Today,
        })),
        Do<LoseApproval>(async (use, at) =>
        {
            var approval = new TrainingApproval(at.Apprenticeship.CurriculumCode, at.Apprenticeship.WorkplaceId, "03", at.App.Clock.Today.AddYears(-3));
            await at.App.ChangeAsync(async db => await db.AddAsync(approval));
            await use.RunAsync(approval.Id, at.App.Clock.Today);
        }),
        Read<ListChecklist>(async (use, _) => await use.RunAsync()),
        Read<KeepChecklistPoint>(async (use, _) => await use.RunAsync(new KeepChecklistPoint.Input { Title = "Adgangskort bestilt", Days = 7 })),
        Do<RetireChecklistPoint>(async (use, at) => await use.RunAsync(await at.App.DbAsync(db => db.ChecklistPoints.Select(point => point.Id).FirstAsync()))),
        Read<RecountDuties>(async (use, _) => await use.CountAsync("03"), "to be seen"),
        Read<RecountDuties>(async (use, _) => await use.RunAsync("03")),
    ];
}
