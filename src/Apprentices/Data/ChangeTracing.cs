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
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var entries = eventData.Context!.ChangeTracker.Entries().ToList();
        return ChangesOf(entries).Count == 0 && !entries.Exists(ChangedTies.IsChanged) ? result : throw new NotSupportedException("Save what is traced asynchronously.");
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        Forget(db);
        var entries = db.ChangeTracker.Entries().ToList();
        var changes = WithTies(db, ChangesOf(entries), await ChangedTies.FindAsync(db, entries, cancellationToken));
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

    private sealed record Change(EntityEntry Entry, TracedTable Table, ChangedRow Row)
    {
        public IReadOnlyList<ChangedTies.Tie> Ties { get; init; } = [];
    }

    private static List<Change> ChangesOf(IEnumerable<EntityEntry> entries)
    {
        List<Change> changes = [];
        foreach (var entry in entries)
        {
            if (TracedTables.Traced.GetValueOrDefault(entry.Entity.GetType()) is { } table && ChangedRows.Of(entry) is { } row)
            {
                changes.Add(new Change(entry, table, row));
            }
        }

        return changes;
    }

    /// <summary>What was tied to a row is told with the row; where nothing else of it changed, as its only change.</summary>
    private static List<Change> WithTies(AppDbContext db, List<Change> changes, ILookup<object, ChangedTies.Tie> ties)
    {
        var told = changes.Select(change => change.Entry.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. changes.Select(change => change with { Ties = [.. ties[change.Entry.Entity]] }),
            .. ties.Where(owner => !told.Contains(owner.Key)).Select(owner => new Change(
                db.Entry(owner.Key), TracedTables.Traced[owner.Key.GetType()], ChangedRows.OnlyTies(db.Entry(owner.Key))) { Ties = [.. owner] }),
        ];
    }

    private static void Forget(AppDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ChangeTrace>().ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private async Task AddAsync(AppDbContext db, List<Change> changes, CancellationToken cancel)
    {
        var (act, now) = (CurrentAct.Now, clock.GetUtcNow());
        var subjects = await ChangeSubjects.FindAsync(db, [.. changes.Select(change => change.Entry)], cancel);
        var named = NamedIn(changes);
        var people = await TracePeople.LoadAsync(db, keys, [.. subjects.Values.Select(subject => subject.PersonId), act?.PersonId, .. named], cancel);
        foreach (var one in named.Select(people.Of).Where(one => db.Entry(one!).State == EntityState.Detached))
        {
            db.Add(one!);
        }

        var actor = people.Of(act?.PersonId);
        foreach (var about in changes.GroupBy(change => (Subject: subjects[change.Entry], change.Table.Audience)))
        {
            var trace = new ChangeTrace(people.Of(about.Key.Subject.PersonId), about.Key.Subject.ApprenticeshipId, actor, about.Key.Audience, act?.UseCase ?? "", now);
            trace.Lock(keys, ChangeTrace.Written(Told([.. about])));
            db.Add(trace);
        }
    }

    /// <summary>Whom columns lead to, so that the traces know her from then on: only so is she named, and named no more once she is erased.</summary>
    private static List<Guid?> NamedIn(List<Change> changes) =>
        [.. changes.SelectMany(change => change.Row.Columns).Select(column => ChangedRows.PersonOf(column.To)).Where(person => person is not null).Distinct()];

    /// <summary>Rows that are not told one by one, as how many there were, with all that was tied to them.</summary>
    private static List<ChangedRow> Told(List<Change> changes) =>
    [
        .. changes.Where(change => change.Table.IsTold || change.Row.Way == ChangeWay.Changed)
            .Select(change => change.Row with { Columns = [.. change.Row.Columns, .. ChangedTies.Columns(change.Ties)] }),
        .. changes.Where(change => !change.Table.IsTold && change.Row.Way != ChangeWay.Changed)
            .GroupBy(change => (change.Row.Table, change.Row.Way))
            .Select(alike => new ChangedRow(alike.Key.Table, Id: null, alike.Key.Way, [.. ChangedTies.Columns(alike.SelectMany(change => change.Ties))], alike.Count())),
    ];
}
