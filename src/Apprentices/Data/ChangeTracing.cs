using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Data;

/// <summary>
/// Writes the change history: whatever is saved of a traced table goes with a trace of it in the same transaction, so that there is
/// never the one without the other. Who did it and in which use case, <see cref="CurrentAct"/> knows.
/// </summary>
public sealed class ChangeTracing(TraceKeys keys, TimeProvider clock) : SaveChangesInterceptor
{
    /// <summary>The framework saves its own keys so; a change that is to be traced is not lost this way, but refused.</summary>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        ChangesOf((AppDbContext)eventData.Context!).Count == 0 ? result : throw new NotSupportedException("Save what is traced asynchronously.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        Forget(db);
        var changes = ChangesOf(db);
        if (changes.Count > 0)
        {
            await AddAsync(db, changes, cancellationToken);
        }

        return result;
    }

    /// <summary>What was not saved is told again at the next try, as it is then.</summary>
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget((AppDbContext)eventData.Context!);
        return Task.CompletedTask;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Forget((AppDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static List<(EntityEntry Entry, TracedTable Table, ChangedRow Row)> ChangesOf(AppDbContext db)
    {
        List<(EntityEntry, TracedTable, ChangedRow)> changes = [];
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (TracedTables.Traced.GetValueOrDefault(entry.Entity.GetType()) is { } table && ChangedRows.Of(entry) is { } row)
            {
                changes.Add((entry, table, row));
            }
        }

        return changes;
    }

    private static void Forget(AppDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ChangeTrace>().ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private async Task AddAsync(AppDbContext db, List<(EntityEntry Entry, TracedTable Table, ChangedRow Row)> changes, CancellationToken cancel)
    {
        var (act, now) = (CurrentAct.Now, clock.GetUtcNow());
        var subjects = await ChangeSubjects.FindAsync(db, [.. changes.Select(change => change.Entry)], cancel);
        var people = await TracePeople.LoadAsync(db, keys, [.. subjects.Values.Select(subject => subject.PersonId), act?.PersonId], cancel);
        var actor = people.Of(act?.PersonId);
        foreach (var about in changes.GroupBy(change => (Subject: subjects[change.Entry], change.Table.Audience)))
        {
            var trace = new ChangeTrace(people.Of(about.Key.Subject.PersonId), about.Key.Subject.ApprenticeshipId, actor, about.Key.Audience, act?.UseCase ?? "", now);
            trace.Lock(keys, ChangeTrace.Written(Told([.. about.Select(change => (change.Table, change.Row))])));
            db.Add(trace);
        }
    }

    /// <summary>Rows that are not told one by one, as how many there were.</summary>
    private static List<ChangedRow> Told(List<(TracedTable Table, ChangedRow Row)> changes) =>
    [
        .. changes.Where(change => change.Table.IsTold || change.Row.Way == ChangeWay.Changed).Select(change => change.Row),
        .. changes.Where(change => !change.Table.IsTold && change.Row.Way != ChangeWay.Changed)
            .GroupBy(change => (change.Row.Table, change.Row.Way))
            .Select(alike => new ChangedRow(alike.Key.Table, Id: null, alike.Key.Way, [], alike.Count())),
    ];
}
