using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Data;

/// <summary>Tells of the ties between rows, such as the goals of a task, which change no column of either: what was tied to a row and untied from it.</summary>
internal static class ChangedTies
{
    /// <param name="List">The list of the owner that it is in.</param>
    /// <param name="IsAdded">Whether it was put into it; otherwise it was taken out.</param>
    /// <param name="Said">What was, in words a reader knows.</param>
    public sealed record Tie(string List, bool IsAdded, string Said);

    public static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Deleted && TracedTables.Ties.ContainsKey(entry.Metadata.Name);

    /// <summary>All that change, by the row that holds the list.</summary>
    public static async Task<ILookup<object, Tie>> FindAsync(AppDbContext db, IReadOnlyList<EntityEntry> entries, CancellationToken cancel)
    {
        List<(object Owner, Tie Tie)> found = [];
        var tracked = new Dictionary<(Type, Guid), object>();
        foreach (var entry in entries.Where(IsChanged))
        {
            if (tracked.Count == 0)
            {
                tracked = Tracked(entries);
            }

            var list = ListOf(entry.Metadata);
            var owner = await RowAsync(list.DeclaringEntityType, list.ForeignKey);
            var other = await RowAsync(list.TargetEntityType, list.Inverse.ForeignKey);
            if (owner is not null && other is not null)
            {
                found.Add((owner, new Tie(list.Name, entry.State == EntityState.Added, NameOf(other))));
            }

            // Mostly tracked already: nothing is asked then.
            async Task<object?> RowAsync(IEntityType type, IForeignKey key)
            {
                var id = (Guid)entry.Property(key.Properties[0]).CurrentValue!;
                return tracked.TryGetValue((type.ClrType, id), out var row) ? row : await db.FindAsync(type.ClrType, [id], cancel);
            }
        }

        return found.ToLookup(one => one.Owner, one => one.Tie, ReferenceEqualityComparer.Instance);
    }

    /// <summary>A column for each list: from, what was taken out of it; to, what was put into it.</summary>
    public static IEnumerable<ChangedColumn> Columns(IEnumerable<Tie> ties) => ties.GroupBy(tie => tie.List, StringComparer.Ordinal)
        .OrderBy(list => list.Key, StringComparer.Ordinal)
        .Select(list => new ChangedColumn(list.Key, Said(list.Where(tie => !tie.IsAdded)), Said(list.Where(tie => tie.IsAdded)), IsTie: true));

    /// <summary>The list that the ties of a table make.</summary>
    public static ISkipNavigation ListOf(IEntityType ties) => ties.Model.FindEntityType(TracedTables.Ties[ties.Name])!.GetSkipNavigations()
        .Single(list => list.JoinEntityType == ties && !list.IsShadowProperty());

    private static Dictionary<(Type, Guid), object> Tracked(IEnumerable<EntityEntry> entries)
    {
        Dictionary<(Type, Guid), object> rows = [];
        foreach (var entry in entries.Where(entry => TracedTables.Ties.Values.Contains(entry.Entity.GetType())))
        {
            rows[(entry.Metadata.ClrType, (Guid)entry.Property("Id").CurrentValue!)] = entry.Entity;
        }

        return rows;
    }

    private static string NameOf(object row) => row switch
    {
        PlannedGoal goal => goal.Code,
        PlannedTask task => task.Terms.Title,
        _ => throw new NotSupportedException($"Say what a {row.GetType().Name} is called in a list."),
    };

    private static string? Said(IEnumerable<Tie> ties) =>
        string.Join(", ", ties.Select(tie => tie.Said).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } said ? ChangedRows.Cut(said) : null;
}
