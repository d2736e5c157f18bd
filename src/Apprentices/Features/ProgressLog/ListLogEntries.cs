using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>The log of one apprenticeship, latest day first, a page at a time, with what is needed to write in it.</summary>
public sealed class ListLogEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public const int PageSize = 20;

    /// <param name="Id">The goal.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="HalfYear">The half-year it is planned in.</param>
    /// <param name="ExpectedOn">The day it is expected by.</param>
    /// <param name="Level">How well it is mastered.</param>
    /// <param name="IsFormer">Of an earlier edition or curriculum: entries keep it, and no new one is tied to it.</param>
    public sealed record Goal(Guid Id, LocalText Title, int HalfYear, DateOnly ExpectedOn, Level Level, bool IsFormer);

    /// <param name="Id">The task of the plan.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="HalfYear">The half-year it is planned in.</param>
    /// <param name="GoalIds">The goals it teaches.</param>
    public sealed record PlanTask(Guid Id, string Title, int HalfYear, IReadOnlyList<Guid> GoalIds)
    {
        public required TaskTerms Terms { get; init; }

        /// <summary>The first and the last day it is planned in; told to the writer alone, for whom tasks are suggested.</summary>
        public (DateOnly FromOn, DateOnly ToOn)? Days { get; init; }

        /// <summary>Whether it is planned in weeks of its own, not somewhere in the half-year.</summary>
        public bool IsWeekly => Terms.FromWeek is not null;

        /// <summary>Whether it is planned in some of the days.</summary>
        public bool IsIn(DateOnly from, DateOnly to) => Days is { } days && days.FromOn <= to && from <= days.ToOn;
    }

    /// <summary>What happened to an entry, by whom and when, and with which word.</summary>
    public sealed record Event(LogEventKind Kind, string By, DateTimeOffset At, string? Comment);

    public sealed record Row(Guid Id, DateOnly WorkedOn, DateOnly WorkedTo, string Text, LogState State, int Version, IReadOnlyList<Guid> GoalIds, IReadOnlyList<Guid> TaskIds)
    {
        public required DateTimeOffset WrittenAt { get; init; }
        public required string? Reflection { get; init; }
        public required int? Minutes { get; init; }
        public required DateTimeOffset? HandedInAt { get; init; }
        public required DateOnly? EnteredElsewhereOn { get; init; }

        /// <summary>What happened to it, oldest first.</summary>
        public IReadOnlyList<Event> Events { get; init; } = [];

        /// <summary>How many files go with it.</summary>
        public int Files { get; init; }

        public bool IsWeek => WorkedTo != WorkedOn;

        /// <summary>Whether its writer said the same, whatever became of it.</summary>
        public bool SaysTheSameAs(Row other) =>
            (WorkedOn, WorkedTo, Text, Reflection, Minutes) == (other.WorkedOn, other.WorkedTo, other.Text, other.Reflection, other.Minutes)
            && GoalIds.ToHashSet().SetEquals(other.GoalIds) && TaskIds.ToHashSet().SetEquals(other.TaskIds);

        /// <summary>Whether nobody but its writer has ever read it.</summary>
        public bool IsNeverHandedIn => State == LogState.Open && Events.Count == 0;

        public bool IsLocked => State is LogState.Approved or LogState.ApprovedOnce;
    }

    /// <param name="IsOwn">Whether it is the log of the one who asks.</param>
    /// <param name="TrainingOffice">The training office that holds the contract, whose system the log may have to stand in too.</param>
    /// <param name="Rules">How the log is kept in the trade.</param>
    public sealed record Log(
        Guid ApprenticeshipId, string Apprentice, DateOnly StartsOn, DateOnly EndsOn, DateOnly Today, int HalfYear, bool IsOwn,
        string? TrainingOffice, LogRules Rules, IReadOnlyList<Goal> Goals, IReadOnlyList<PlanTask> Tasks, IReadOnlyList<Row> Rows, int Total)
    {
        /// <summary>Whether the one who asks may write in it.</summary>
        public bool MayWrite => IsOwn && StartsOn <= Today && !Rules.IsOff;

        /// <summary>Whether the one who asks may approve, send back and open again: she supervises the apprentice today.</summary>
        public bool MayDecide { get; init; }

        /// <summary>Whether she does so as the training manager, whose approval is the last.</summary>
        public bool IsManager { get; init; }

        /// <summary>Those who read what she hands in and approve it; told to the writer alone, as is what follows.</summary>
        public IReadOnlyList<string> Readers { get; init; } = [];

        /// <summary>What she has written and not handed in, on whichever page, by day.</summary>
        public IReadOnlyList<(Guid Id, DateOnly WorkedOn)> Open { get; init; } = [];

        /// <summary>What came back to her, on whichever page, latest first.</summary>
        public IReadOnlyList<Row> Returned { get; init; } = [];

        /// <summary>How many entries are not noted as entered in the training office's system.</summary>
        public int NotEntered { get; init; }

        /// <summary>The entry about the latest day, to begin the next one from; told on the first page.</summary>
        public Row? Latest { get; init; }

        /// <summary>Whether she is asked to note what stands in the training office's system too.</summary>
        public bool IsDoubled => IsOwn && TrainingOffice is not null && !Rules.IsOff;

        public IEnumerable<PlanTask> TasksOf(Row row) => Tasks.Where(task => row.TaskIds.Contains(task.Id));

        public IEnumerable<Goal> GoalsOf(Row row) => Goals.Where(goal => row.GoalIds.Contains(goal.Id));
    }

    /// <param name="apprenticeshipId">Whose log; one's own if none is named.</param>
    /// <param name="page">From 1.</param>
    /// <param name="notEnteredOnly">Whether only what does not stand in the training office's system yet.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Log?> RunAsync(Guid? apprenticeshipId = null, int page = 1, bool notEnteredOnly = false, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user);
        var (supervised, managed) = (db.Apprenticeships.SupervisedBy(user), db.Apprenticeships.ManagedBy(user));
        var contract = await open
            .Select(a => new
            {
                a.Id,
                a.PersonId,
                Name = a.Person.GivenName + " " + a.Person.FamilyName,
                a.StartsOn,
                a.EndsOn,
                a.TrainingOffice,
                Setting = db.LogSettings.FirstOrDefault(setting => setting.CurriculumCode == a.CurriculumCode),
                HalfYear = a.Evaluations.Count(e => e.Kind == EvaluationKind.HalfYear && e.WindowStartsOn <= user.Today),
                IsSupervised = supervised.Any(one => one.Id == a.Id),
                IsManaged = managed.Any(one => one.Id == a.Id),
            })
            .FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        await readings.NoteAsync(user, contract.Id, Opened.Log, cancel: cancel);
        var goals = await db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => goal.ApprenticeshipId == contract.Id)
            .OrderBy(goal => goal.Order)
            .Select(goal => new Goal(goal.Id, goal.Title, goal.HalfYear, goal.ExpectedOn, goal.Level, goal.LeftOn != null))
            .ToListAsync(cancel);
        var tasks = await db.PlannedTasks
            .VisibleTo(user)
            .Where(task => task.ApprenticeshipId == contract.Id)
            .OrderBy(task => task.Order)
            .Select(task => new PlanTask(task.Id, task.Terms.Title, task.Terms.HalfYear, task.Goals.Select(goal => goal.Id).ToList()) { Terms = task.Terms })
            .ToListAsync(cancel);
        var all = db.LogEntries.VisibleTo(user).Where(entry => entry.ApprenticeshipId == contract.Id);
        var entries = notEnteredOnly ? all.Where(entry => entry.EnteredElsewhereOn == null) : all;
        var total = await entries.CountAsync(cancel);
        var rows = await RowsAsync(db, user, Latest(entries).Skip(PageNumber.Skip(page, PageSize)).Take(PageSize), cancel);
        var isOwn = contract.PersonId == user.PersonId && user.Allows(Policy.WriteLog);
        var log = new Log(
            contract.Id, contract.Name, contract.StartsOn, contract.EndsOn, user.Today, contract.HalfYear,
            isOwn, contract.TrainingOffice, contract.Setting?.Rules ?? LogSetting.Usual, goals, tasks, rows, total)
        {
            MayDecide = contract.IsSupervised && user.Allows(Policy.ApproveLog),
            IsManager = contract.IsManaged,
        };
        return isOwn ? await ForWriterAsync(db, user, log with { Latest = page <= 1 && !notEnteredOnly && rows.Count > 0 ? rows[0] : null }, all, cancel) : log;
    }

    /// <summary>What the writer needs beside the rows: what waits for her, whom she writes to, and what the plan suggests.</summary>
    private static async Task<Log> ForWriterAsync(AppDbContext db, CurrentUser user, Log log, IQueryable<LogEntry> all, CancellationToken cancel)
    {
        var hers = await all
            .Where(entry => entry.State == LogState.Open || entry.State == LogState.Returned)
            .OrderBy(entry => entry.WorkedOn).ThenBy(entry => entry.WrittenAt)
            .Select(entry => new { entry.Id, entry.WorkedOn, entry.State })
            .ToListAsync(cancel);
        var halves = (await db.Apprenticeships.AsNoTracking().VisibleTo(user).Where(a => a.Id == log.ApprenticeshipId).Include(a => a.Interruptions).SingleAsync(cancel)).HalfYears;
        return log with
        {
            Readers = await db.Assignments
                .VisibleTo(user)
                .Where(Assignment.CurrentOn(user.Today))
                .Where(assignment => assignment.ApprenticeshipId == log.ApprenticeshipId && assignment.Role <= AssignmentRole.Instructor)
                .OrderByDescending(assignment => assignment.Role).ThenBy(assignment => assignment.IsDeputy)
                .Select(assignment => assignment.Person.GivenName + " " + assignment.Person.FamilyName)
                .ToListAsync(cancel),
            Open = [.. hers.Where(entry => entry.State == LogState.Open).Select(entry => (entry.Id, entry.WorkedOn))],
            Returned = hers.Any(entry => entry.State == LogState.Returned)
                ? await RowsAsync(db, user, Latest(all.Where(entry => entry.State == LogState.Returned)).Take(PageSize), cancel)
                : [],
            NotEntered = log.TrainingOffice is null ? 0 : await all.CountAsync(entry => entry.EnteredElsewhereOn == null, cancel),
            Tasks = [.. log.Tasks.Select(task => task with
            {
                Days = halves.FirstOrDefault(half => half.Number == task.HalfYear) is { } half ? task.Terms.DaysIn(half) : null,
            })],
        };
    }

    private static IOrderedQueryable<LogEntry> Latest(IQueryable<LogEntry> entries) =>
        entries.OrderByDescending(entry => entry.WorkedOn).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id);

    private static async Task<IReadOnlyList<Row>> RowsAsync(AppDbContext db, CurrentUser user, IQueryable<LogEntry> entries, CancellationToken cancel)
    {
        var rows = await entries
            .Select(entry => new Row(
                entry.Id, entry.WorkedOn, entry.WorkedTo, entry.Text, entry.State, entry.Version,
                entry.Goals.Select(goal => goal.Id).ToList(), entry.Tasks.Select(task => task.Id).ToList())
            {
                WrittenAt = entry.WrittenAt,
                Reflection = entry.Reflection,
                Minutes = entry.Minutes,
                HandedInAt = entry.HandedInAt,
                EnteredElsewhereOn = entry.EnteredElsewhereOn,
                Files = entry.Attachments.Count,
            })
            .AsSplitQuery()
            .ToListAsync(cancel);
        var ids = rows.Select(row => row.Id).ToList();
        var events = (await db.LogEvents
            .VisibleTo(user)
            .Where(happened => ids.Contains(happened.LogEntryId))
            .OrderBy(happened => happened.At).ThenBy(happened => happened.Id)
            .Select(happened => new { happened.LogEntryId, Event = new Event(happened.Kind, happened.By.GivenName + " " + happened.By.FamilyName, happened.At, happened.Comment) })
            .ToListAsync(cancel)).ToLookup(happened => happened.LogEntryId, happened => happened.Event);
        return [.. rows.Select(row => row with { Events = [.. events[row.Id]] })];
    }
}
