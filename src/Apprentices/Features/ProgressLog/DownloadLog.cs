using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>The log of one apprenticeship as a file, latest day first; what is not handed in is in its writer's own file alone.</summary>
public sealed class DownloadLog(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, TimeProvider clock)
{
    private sealed record Row(DateOnly WorkedOn, DateOnly WorkedTo, string Text, LogState State)
    {
        public required string? Reflection { get; init; }
        public required int? Minutes { get; init; }
        public required IReadOnlyList<Guid> GoalIds { get; init; }
        public required IReadOnlyList<Guid> TaskIds { get; init; }
        public required int Files { get; init; }
        public required DateTimeOffset? HandedInAt { get; init; }
        public required DateTimeOffset? DecidedAt { get; init; }
        public required DateOnly? EnteredElsewhereOn { get; init; }
    }

    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid apprenticeshipId, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.Apprenticeships.VisibleTo(user).AnyAsync(a => a.Id == apprenticeshipId, cancel))
        {
            throw new NotThereException();
        }

        await readings.NoteAsync(user, apprenticeshipId, Opened.Log, cancel: cancel);

        var goals = await db.PlannedGoals.VisibleTo(user).Where(goal => goal.ApprenticeshipId == apprenticeshipId)
            .Select(goal => new { goal.Id, goal.Title }).ToDictionaryAsync(goal => goal.Id, goal => goal.Title.ToString(), cancel);
        var tasks = await db.PlannedTasks.VisibleTo(user).Where(task => task.ApprenticeshipId == apprenticeshipId)
            .Select(task => new { task.Id, task.Terms.Title }).ToDictionaryAsync(task => task.Id, task => task.Title, cancel);
        var rows = db.LogEntries
            .VisibleTo(user)
            .Where(entry => entry.ApprenticeshipId == apprenticeshipId)
            .OrderByDescending(entry => entry.WorkedOn).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id)
            .Select(entry => new Row(entry.WorkedOn, entry.WorkedTo, entry.Text, entry.State)
            {
                Reflection = entry.Reflection,
                Minutes = entry.Minutes,
                GoalIds = entry.Goals.Select(goal => goal.Id).ToList(),
                TaskIds = entry.Tasks.Select(task => task.Id).ToList(),
                Files = entry.Attachments.AsQueryable().Count(),
                HandedInAt = entry.HandedInAt,
                DecidedAt = entry.DecidedAt,
                EnteredElsewhereOn = entry.EnteredElsewhereOn,
            })
            .AsSingleQuery();
        await SheetOf(goals, tasks).WriteAsync(rows.AsAsyncEnumerable(), output, cancel);
    }

    private ListSheet<Row> SheetOf(Dictionary<Guid, string> goals, Dictionary<Guid, string> tasks) => new ListSheet<Row>(ListTexts.SheetLog)
        .Date(ListTexts.FromOn, row => row.WorkedOn)
        .Date(ListTexts.ToOn, row => row.WorkedTo)
        .LongText(ListTexts.Text, row => row.Text)
        .LongText(ListTexts.Reflection, row => row.Reflection)
        .LongText(ListTexts.Goals, row => string.Join("\n", row.GoalIds.Select(id => goals.GetValueOrDefault(id, ""))))
        .Text(ListTexts.Tasks, row => string.Join("\n", row.TaskIds.Select(id => tasks.GetValueOrDefault(id, ""))))
        .Number(ListTexts.Minutes, row => row.Minutes)
        .Text(ListTexts.State, row => LogWords.Of(row.State))
        .Date(ListTexts.HandedInOn, row => DayOf(row.HandedInAt))
        .Date(ListTexts.DecidedOn, row => DayOf(row.DecidedAt))
        .Date(ListTexts.EnteredElsewhereOn, row => row.EnteredElsewhereOn)
        .Number(ListTexts.Files, row => row.Files);

    private DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? clock.DayOf(instant) : null;
}
