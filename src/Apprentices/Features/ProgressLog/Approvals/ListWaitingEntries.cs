using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>The log entries that wait for the one who asks, oldest first, a page at a time, each with all it says.</summary>
public sealed class ListWaitingEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public const int PageSize = 30;

    /// <param name="ApprenticeshipId">Those of one contract.</param>
    /// <param name="Week">Those of one week, by its Monday.</param>
    /// <param name="Only">These alone, as they are now.</param>
    public sealed record Query(Guid? ApprenticeshipId = null, DateOnly? Week = null, IReadOnlyList<Guid>? Only = null);

    public sealed record Goal(string Code, LocalText Title);

    /// <summary>What was decided before, such as why it was sent back.</summary>
    public sealed record Decision(LogEventKind Kind, string By, DateTimeOffset At, string? Comment);

    public sealed record Row(Guid Id, int Version, Guid ApprenticeshipId, string Apprentice, string GivenName, DateOnly WorkedOn, DateOnly WorkedTo, string Text)
    {
        public required LocalText Trade { get; init; }
        public required int HalfYear { get; init; }
        public required LogState State { get; init; }
        public required string? Reflection { get; init; }
        public required int? Minutes { get; init; }
        public required DateTimeOffset? HandedInAt { get; init; }
        public required IReadOnlyList<Goal> Goals { get; init; }
        public required IReadOnlyList<string> Tasks { get; init; }
        public required int Files { get; init; }
        public required Decision? LastDecision { get; init; }

        /// <summary>Whom the one who asks stands in for; empty where she supervises herself.</summary>
        public string? StandsInFor { get; init; }

        public bool IsWeek => WorkedTo != WorkedOn;

        /// <summary>The Monday of its week.</summary>
        public DateOnly Week => LogEntry.MondayOf(WorkedOn);
    }

    /// <param name="Id">The contract.</param>
    /// <param name="Name">Whose.</param>
    /// <param name="Trade">In which trade, for somebody who has two.</param>
    /// <param name="Count">How many wait.</param>
    public sealed record Writer(Guid Id, string Name, LocalText Trade, int Count);

    /// <param name="Today">The day it was read.</param>
    /// <param name="Rows">The page.</param>
    /// <param name="Total">How many wait in all, of those asked for.</param>
    public sealed record Waiting(DateOnly Today, IReadOnlyList<Row> Rows, int Total);

    /// <param name="Writers">Whose entries wait.</param>
    /// <param name="Weeks">Of which weeks, by their Mondays, with how many; oldest first.</param>
    public sealed record Choices(IReadOnlyList<Writer> Writers, IReadOnlyList<KeyValuePair<DateOnly, int>> Weeks);

    public async Task<Waiting> RunAsync(Query query, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ApproveLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = Narrow(db.LogEntries.VisibleTo(user).WaitingFor(db, user), query);
        var total = await waiting.CountAsync(cancel);
        var rows = await waiting
            .OrderBy(entry => entry.HandedInAt).ThenBy(entry => entry.Id)
            .Skip(PageNumber.Skip(page, PageSize))
            .Take(PageSize)
            .Select(entry => new Row(
                entry.Id, entry.Version, entry.ApprenticeshipId, entry.Apprenticeship.Person.GivenName + " " + entry.Apprenticeship.Person.FamilyName,
                entry.Apprenticeship.Person.GivenName, entry.WorkedOn, entry.WorkedTo, entry.Text)
            {
                Trade = entry.Apprenticeship.Curriculum.Trade,
                HalfYear = entry.Apprenticeship.Evaluations.Count(talk => talk.Kind == EvaluationKind.HalfYear && talk.WindowStartsOn <= user.Today),
                State = entry.State,
                Reflection = entry.Reflection,
                Minutes = entry.Minutes,
                HandedInAt = entry.HandedInAt,
                Goals = entry.Goals.OrderBy(goal => goal.Order).Select(goal => new Goal(goal.Code, goal.Title)).ToList(),
                Tasks = entry.Tasks.OrderBy(task => task.Order).Select(task => task.Terms.Title).ToList(),
                Files = entry.Attachments.Count,
                LastDecision = entry.Events
                    .Where(happened => happened.Kind != LogEventKind.HandedIn && happened.Kind != LogEventKind.TakenBack)
                    .OrderByDescending(happened => happened.At)
                    .Select(happened => new Decision(happened.Kind, happened.By.GivenName + " " + happened.By.FamilyName, happened.At, happened.Comment))
                    .FirstOrDefault(),
            })
            .AsSplitQuery()
            .ToListAsync(cancel);
        await readings.NoteManyAsync(user, rows.Select(row => row.ApprenticeshipId), Opened.Log, cancel);
        var standIns = await StandInsAsync(db, user, [.. rows.Select(row => row.ApprenticeshipId).Distinct()], cancel);
        return new Waiting(user.Today, [.. rows.Select(row => row with { StandsInFor = standIns.GetValueOrDefault(row.ApprenticeshipId) })], total);
    }

    /// <summary>What the list can be narrowed to.</summary>
    public async Task<Choices> ReadChoicesAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ApproveLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = db.LogEntries.VisibleTo(user).WaitingFor(db, user);
        var writers = await db.Apprenticeships
            .VisibleTo(user)
            .Where(a => waiting.Any(entry => entry.ApprenticeshipId == a.Id))
            .OrderBy(a => a.Person.SortName).ThenBy(a => a.StartsOn).ThenBy(a => a.Id)
            .Select(a => new Writer(a.Id, a.Person.GivenName + " " + a.Person.FamilyName, a.Curriculum.Trade, waiting.Count(entry => entry.ApprenticeshipId == a.Id)))
            .ToListAsync(cancel);
        var days = await waiting.GroupBy(entry => entry.WorkedOn).Select(day => new { Day = day.Key, Count = day.Count() }).ToListAsync(cancel);
        var weeks = days.GroupBy(day => LogEntry.MondayOf(day.Day)).OrderBy(week => week.Key);
        return new Choices(writers, [.. weeks.Select(week => KeyValuePair.Create(week.Key, week.Sum(day => day.Count)))]);
    }

    internal static IQueryable<LogEntry> Narrow(IQueryable<LogEntry> rows, Query query)
    {
        if (query.ApprenticeshipId is { } id)
        {
            rows = rows.Where(entry => entry.ApprenticeshipId == id);
        }

        if (query.Week is { } week)
        {
            var (monday, sunday) = (LogEntry.MondayOf(week), LogEntry.MondayOf(week).AddDays(6));
            rows = rows.Where(entry => entry.WorkedOn >= monday && entry.WorkedOn <= sunday);
        }

        return query.Only is { } only ? rows.Where(entry => only.Contains(entry.Id)) : rows;
    }

    /// <summary>Whom she stands in for, by contract; none where she has a role of her own.</summary>
    private static async Task<Dictionary<Guid, string>> StandInsAsync(AppDbContext db, CurrentUser user, IReadOnlyList<Guid> contracts, CancellationToken cancel)
    {
        var supervisors = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => contracts.Contains(s.ApprenticeshipId) && s.Role <= AssignmentRole.Instructor)
            .Select(s => new { s.ApprenticeshipId, s.PersonId, s.Role, s.IsDeputy, Name = s.Person.GivenName + " " + s.Person.FamilyName })
            .ToListAsync(cancel);
        var ofContracts = supervisors.ToLookup(s => s.ApprenticeshipId);
        return ofContracts
            .Where(all => all.Where(s => s.PersonId == user.PersonId).All(s => s.IsDeputy))
            .Select(all => (all.Key, Names: all.Where(s => !s.IsDeputy && all.Any(mine => mine.PersonId == user.PersonId && mine.Role == s.Role)).Select(s => s.Name).Distinct()))
            .Where(pair => pair.Names.Any())
            .ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Names));
    }
}
