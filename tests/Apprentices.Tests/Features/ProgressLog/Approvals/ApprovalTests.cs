using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

/// <summary>What the tests of approving have in common: entries that wait, and the verbs of those who decide.</summary>
public abstract class ApprovalTests : AppTests
{
    /// <summary>An entry that was handed in some minutes ago.</summary>
    protected async Task<LogEntry> WriteAsync(Apprenticeship contract, string text = "Byttet en disk.", int daysAgo = 1)
    {
        var at = App.Clock.GetUtcNow().AddMinutes(-30 - daysAgo);
        var entry = await App.DbAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
            var written = HandedIn.Entry(hers, App.Clock.Today.AddDays(-daysAgo), text, [.. hers.Plan.OrderBy(goal => goal.Order).Take(1)], at, App.Clock.Today);
            db.Add(written);
            await db.SaveChangesAsync();
            return written;
        });
        return entry;
    }

    protected Task<ListWaitingEntries.Waiting> WaitingAsync(Person who, ListWaitingEntries.Query? query = null, int page = 1) =>
        App.As(who).RunAsync((ListWaitingEntries use) => use.RunAsync(query ?? new ListWaitingEntries.Query(), page));

    /// <summary>Approves entries as they were when they were written, or as rows show them.</summary>
    protected Task<ApproveLogEntries.Result> ApproveAsync(Person who, params LogEntry[] entries) =>
        ApproveAsync(who, [.. entries.Select(entry => new ApproveLogEntries.Shown(entry.Id, entry.Version))]);

    protected Task<ApproveLogEntries.Result> ApproveAsync(Person who, IReadOnlyList<ApproveLogEntries.Shown> shown) =>
        App.As(who).RunAsync((ApproveLogEntries use) => use.RunAsync(shown));

    protected Task ReturnAsync(Person who, LogEntry entry, string? comment = "Hva gjorde du selv?") => App.As(who).RunAsync(
        (ReturnLogEntry use) => use.RunAsync(new ReturnLogEntry.Input { EntryId = entry.Id, Version = entry.Version, Comment = comment }));

    protected Task<IReadOnlyList<Guid>> UndoAsync(Person who, params LogEntry[] entries) =>
        App.As(who).RunAsync((UndoApproval use) => use.RunAsync([.. entries.Select(entry => entry.Id)]));

    protected Task UnlockAsync(Person who, LogEntry entry, string? reason = "Feil dag.") => App.As(who).RunAsync(
        (UnlockLogEntry use) => use.RunAsync(new UnlockLogEntry.Input { EntryId = entry.Id, Version = entry.Version, Reason = reason }));

    /// <summary>The entry as it is now.</summary>
    protected Task<LogEntry> NowAsync(LogEntry entry) =>
        App.DbAsync(db => db.LogEntries.AsNoTracking().Include(e => e.Events).SingleAsync(e => e.Id == entry.Id));

    protected async Task<LogState> StateAsync(LogEntry entry) => (await NowAsync(entry)).State;

    /// <summary>Her apprentice changes the entry and hands it in anew.</summary>
    protected Task RewriteAsync(LogEntry entry, string text) => App.ChangeAsync(async db =>
    {
        var now = await db.LogEntries.Include(e => e.Goals).Include(e => e.Apprenticeship).ThenInclude(a => a.Plan).SingleAsync(e => e.Id == entry.Id);
        now.Rewrite(now.Apprenticeship, now.WorkedOn, text, [.. now.Goals], App.Clock.Today);
        now.HandIn(now.Apprenticeship.PersonId, App.Clock.GetUtcNow());
    });

    /// <summary>The trade asks for the training manager's approval too.</summary>
    protected Task AskForTwoAsync(string curriculum = Given.CurriculumCode) => App.ChangeAsync(async db =>
    {
        var setting = new LogSetting(curriculum);
        setting.Set(new LogRules(LogRhythm.Daily, IsOff: false, NeedsTwoApprovals: true));
        await db.AddAsync(setting);
    });

    /// <summary>Lets somebody stand in from yesterday to a day.</summary>
    protected Task DeputiseAsync(Apprenticeship contract, Person deputy, AssignmentRole role, DateOnly? toOn = null) => App.ChangeAsync(async db =>
    {
        var hers = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
        db.Attach(deputy);
        hers.Deputise(deputy, role, App.Clock.Today.AddDays(-7), toOn);
    });
}
