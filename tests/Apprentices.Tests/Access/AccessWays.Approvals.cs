using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Features.Setup;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>Approving the log.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfApprovals() =>
    [
        Read<ListWaitingEntries>(async (use, at) => (await use.RunAsync(new ListWaitingEntries.Query())).Rows.Any(row => row.Id == at.LogEntry.Id)),
        Read<ListWaitingEntries>(async (use, at) => (await use.ReadChoicesAsync()).Writers.Any(writer => writer.Id == at.Id), "choices"),
        Read<ApproveLogEntries>(async (use, at) => (await use.RunAsync([new ApproveLogEntries.Shown(at.LogEntry.Id, at.LogEntry.Version)])).Approved.Count == 1),
        Do<ReturnLogEntry>((use, at) => use.RunAsync(new ReturnLogEntry.Input { EntryId = at.LogEntry.Id, Version = at.LogEntry.Version, Comment = "Hva gjorde du selv?" })),
        Do<UndoApproval>(async (use, at, me) =>
        {
            await ApproveAsync(at, me);
            await use.RunAsync([at.LogEntry.Id]);
        }),
        Do<UndoApproval>(async (use, at) =>
        {
            await ApproveAsync(at, at[Seat.Manager]);
            await use.RunAsync([at.LogEntry.Id]);
        }, "the manager's"),
        Do<UnlockLogEntry>(async (use, at) =>
        {
            var version = await ApproveAsync(at, at[Seat.Manager]);
            await use.RunAsync(new UnlockLogEntry.Input { EntryId = at.LogEntry.Id, Version = version, Reason = "Feil dag." });
        }),
        Read<ReadTrail>(async (use, at) => await use.RunAsync(at.LogEntry.Id)),
        Read<ListLogSettings>(async (use, _) => await use.RunAsync()),
        Read<SetLogSetting>(async (use, at) => await use.ReadAsync(at.Apprenticeship.CurriculumCode), "read"),
        Do<SetLogSetting>((use, at) => use.RunAsync(at.Apprenticeship.CurriculumCode, new SetLogSetting.Input { NeedsTwoApprovals = true })),
    ];

    /// <summary>Somebody approved it a moment later, by the clock of the rows.</summary>
    private static async Task<int> ApproveAsync(Scene at, Person? by)
    {
        var now = at.App.Clock.GetUtcNow().AddMilliseconds(1);
        await at.App.ChangeAsync(async db => (await db.LogEntries.SingleAsync(entry => entry.Id == at.LogEntry.Id))
            .Approve(new LogApprover(by?.Id ?? at[Seat.Instructor]!.Id, IsTrainingManager: true), needsTwo: false, now));
        return await at.App.DbAsync(db => db.LogEntries.Where(entry => entry.Id == at.LogEntry.Id).Select(entry => entry.Version).SingleAsync());
    }
}
