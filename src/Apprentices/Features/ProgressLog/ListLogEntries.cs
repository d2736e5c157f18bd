using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>The log of one apprenticeship, latest day first, a page at a time, with what is needed to write in it.</summary>
public sealed class ListLogEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
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
    public sealed record PlanTask(Guid Id, string Title, int HalfYear, IReadOnlyList<Guid> GoalIds);

    public sealed record Row(Guid Id, DateOnly WorkedOn, DateOnly WorkedTo, string Text, LogState State, int Version, IReadOnlyList<Guid> GoalIds, IReadOnlyList<Guid> TaskIds)
    {
        public required DateTimeOffset WrittenAt { get; init; }
        public required string? Reflection { get; init; }
        public required int? Minutes { get; init; }
        public required DateTimeOffset? HandedInAt { get; init; }
        public required DateOnly? EnteredElsewhereOn { get; init; }

        public bool IsWeek => WorkedTo != WorkedOn;

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

        public IEnumerable<Goal> GoalsOf(Row row) => Goals.Where(goal => row.GoalIds.Contains(goal.Id));
    }

    /// <param name="apprenticeshipId">Whose log; one's own if none is named.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Log?> RunAsync(Guid? apprenticeshipId = null, int page = 1, CancellationToken cancel = default)
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
                HalfYear = a.Evaluations.Count(e => e.WindowStartsOn <= user.Today),
                IsSupervised = supervised.Any(one => one.Id == a.Id),
                IsManaged = managed.Any(one => one.Id == a.Id),
            })
            .FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

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
            .Select(task => new PlanTask(task.Id, task.Terms.Title, task.Terms.HalfYear, task.Goals.Select(goal => goal.Id).ToList()))
            .ToListAsync(cancel);
        var entries = db.LogEntries.VisibleTo(user).Where(entry => entry.ApprenticeshipId == contract.Id);
        var total = await entries.CountAsync(cancel);
        var rows = await entries
            .OrderByDescending(entry => entry.WorkedOn).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize)
            .Take(PageSize)
            .Select(entry => new Row(
                entry.Id, entry.WorkedOn, entry.WorkedTo, entry.Text, entry.State, entry.Version,
                entry.Goals.Select(goal => goal.Id).ToList(), entry.Tasks.Select(task => task.Id).ToList())
            {
                WrittenAt = entry.WrittenAt,
                Reflection = entry.Reflection,
                Minutes = entry.Minutes,
                HandedInAt = entry.HandedInAt,
                EnteredElsewhereOn = entry.EnteredElsewhereOn,
            })
            .AsSplitQuery()
            .ToListAsync(cancel);
        var isOwn = contract.PersonId == user.PersonId && user.Allows(Policy.WriteLog);
        return new Log(
            contract.Id, contract.Name, contract.StartsOn, contract.EndsOn, user.Today, contract.HalfYear,
            isOwn, contract.TrainingOffice, contract.Setting?.Rules ?? LogSetting.Usual, goals, tasks, rows, total)
        {
            MayDecide = contract.IsSupervised && user.Allows(Policy.ApproveLog),
            IsManager = contract.IsManaged,
        };
    }
}
