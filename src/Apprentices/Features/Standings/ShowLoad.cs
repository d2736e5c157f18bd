using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Standings;

/// <summary>
/// What each supervisor has on her hands today: apprentices, entries to approve, talks to hold, and how long an answer has taken
/// lately. It is about the load, so that it can be shared, and no ranking of people.
/// </summary>
public sealed class ShowLoad(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Answers of so many days back count.</summary>
    public const int AnswerDays = 90;

    /// <param name="PersonId">The supervisor.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Own">Apprentices she is instructor or training manager of.</param>
    /// <param name="AsDeputy">Apprentices she stands in for somebody with.</param>
    /// <param name="Waiting">Entries that wait for her.</param>
    /// <param name="OldestDays">For how many days the oldest of them has waited.</param>
    /// <param name="Answers">Entries she approved or sent back lately.</param>
    /// <param name="MedianDays">The working days that took, in the middle; empty where there were none.</param>
    /// <param name="TalksDue">Talks of hers that are overdue or due within thirty days.</param>
    public sealed record Row(Guid PersonId, string Name, int Own, int AsDeputy, int Waiting, int? OldestDays, int Answers, double? MedianDays, int TalksDue);

    public sealed record Result(IReadOnlyList<Row> Rows, int Count, int Most, int Waiting);

    private sealed record Pending(Guid PersonId, int Entries, DateTimeOffset? Since);

    /// <param name="page">Which page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var rows = await AllAsync(cancel);
        return new Result([.. rows.Skip(page.Skip).Take(page.Take)], rows.Count, rows.Count == 0 ? 0 : rows.Max(row => row.Own + row.AsDeputy), rows.Sum(row => row.Waiting));
    }

    /// <summary>Every supervisor, with the most that waits first.</summary>
    public async Task<IReadOnlyList<Row>> AllAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLoad);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (today, current) = (user.Today, Assignment.CurrentOn(user.Today));
        var assigned = db.Assignments.VisibleTo(user).Where(current)
            .Where(s => s.Role <= AssignmentRole.Instructor && s.Apprenticeship.StartsOn <= today && s.Apprenticeship.EndsOn >= today);
        var counts = await assigned
            .GroupBy(s => s.PersonId)
            .Select(of => new
            {
                PersonId = of.Key,
                Own = of.Where(s => !s.IsDeputy).Select(s => s.ApprenticeshipId).Distinct().Count(),
                All = of.Select(s => s.ApprenticeshipId).Distinct().Count(),
            })
            .ToListAsync(cancel);

        // What the instructor is asked for is the training manager's where there is no instructor.
        var first = assigned.Where(s => s.Role == AssignmentRole.Instructor
            || !s.Apprenticeship.Assignments.AsQueryable().Where(current).Any(other => other.Role == AssignmentRole.Instructor));
        var second = assigned.Where(s => s.Role == AssignmentRole.TrainingManager);
        var waiting = (await WaitingAsync(db, user, first, LogState.HandedIn, cancel))
            .Concat(await WaitingAsync(db, user, second, LogState.ApprovedOnce, cancel))
            .ToLookup(one => one.PersonId);
        var horizon = today.AddDays(Standing.HorizonDays);
        var due = db.Evaluations.VisibleTo(user).Where(talk => talk.Kind == EvaluationKind.HalfYear && talk.State == EvaluationState.Planned && talk.DueOn <= horizon);
        var talks = await first
            .Where(s => !s.IsDeputy)
            .Select(s => new { s.PersonId, s.ApprenticeshipId }).Distinct()
            .Join(due, s => s.ApprenticeshipId, talk => talk.ApprenticeshipId, (s, talk) => new { s.PersonId, talk.Id })
            .GroupBy(talk => talk.PersonId)
            .Select(of => new { of.Key, Count = of.Count() })
            .ToDictionaryAsync(of => of.Key, of => of.Count, cancel);
        var answers = await AnswersAsync(db, user, cancel);
        var names = await db.People.VisibleTo(db, user)
            .Where(p => assigned.Any(s => s.PersonId == p.Id))
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName, p.SortName })
            .ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. counts.Where(of => names.ContainsKey(of.PersonId)).Select(of => new Row(
                of.PersonId, names[of.PersonId].Name, of.Own, of.All - of.Own,
                waiting[of.PersonId].Sum(one => one.Entries),
                waiting[of.PersonId].Min(one => one.Since) is { } since ? today.DayNumber - clock.DayOf(since).DayNumber : null,
                answers.GetValueOrDefault(of.PersonId)?.Count ?? 0,
                answers.GetValueOrDefault(of.PersonId) is { } took ? Median(took) : null,
                talks.GetValueOrDefault(of.PersonId)))
                .OrderByDescending(row => row.Waiting).ThenByDescending(row => row.OldestDays ?? -1).ThenBy(row => names[row.PersonId].SortName, StringComparer.Ordinal),
        ];
    }

    private static Task<List<Pending>> WaitingAsync(AppDbContext db, CurrentUser user, IQueryable<Assignment> whom, LogState state, CancellationToken cancel) => whom
        .Select(s => new { s.PersonId, s.ApprenticeshipId }).Distinct()
        .Join(db.LogEntries.VisibleTo(user).Where(entry => entry.State == state), s => s.ApprenticeshipId, entry => entry.ApprenticeshipId, (s, entry) => new { s.PersonId, entry.HandedInAt })
        .GroupBy(one => one.PersonId)
        .Select(of => new Pending(of.Key, of.Count(), of.Min(one => one.HandedInAt)))
        .ToListAsync(cancel);

    /// <summary>
    /// The working days each answer took: from handing in, or from the first of two approvals, to the approval or the return; an approval
    /// that was undone at once was none. Read row by row, so that the days alone are kept.
    /// </summary>
    private async Task<Dictionary<Guid, List<int>>> AnswersAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var since = clock.StartOf(user.Today.AddDays(-AnswerDays));
        var given = db.LogEvents.VisibleTo(user)
            .Where(e => e.At >= since && (e.Kind == LogEventKind.Approved || e.Kind == LogEventKind.ApprovedFirst || e.Kind == LogEventKind.Returned))
            .Select(e => new
            {
                e.LogEntryId,
                e.ById,
                e.At,
                AskedAt = db.LogEvents
                    .Where(asked => asked.LogEntryId == e.LogEntryId && asked.At < e.At && (asked.Kind == LogEventKind.HandedIn || asked.Kind == LogEventKind.ApprovedFirst))
                    .Max(asked => (DateTimeOffset?)asked.At),
            });
        var undone = (await db.LogEvents.VisibleTo(user).Where(e => e.At >= since && e.Kind == LogEventKind.Undone).Select(e => new { e.LogEntryId, e.At }).ToListAsync(cancel))
            .ToLookup(e => e.LogEntryId, e => e.At);
        Dictionary<(DateOnly, DateOnly), int> known = [];
        Dictionary<Guid, List<int>> days = [];
        await foreach (var answer in given.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (answer.AskedAt is not { } asked || undone[answer.LogEntryId].Any(at => at >= answer.At && at - answer.At <= LogEntry.UndoTime))
            {
                continue;
            }

            var span = (From: clock.DayOf(asked), To: clock.DayOf(answer.At));
            if (!known.TryGetValue(span, out var took))
            {
                known[span] = took = WorkingDays.After(span.From, span.To);
            }

            if (!days.TryGetValue(answer.ById, out var list))
            {
                days[answer.ById] = list = [];
            }

            list.Add(took);
        }

        return days;
    }

    private static double Median(List<int> days)
    {
        days.Sort();
        return days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2.0;
    }
}
