using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Data;

/// <summary>A row that cannot be read: by its key as it stands there, and its place in the table.</summary>
public sealed record UnreadableRow(string Table, string Key, string Place);

/// <summary>
/// Tables that somebody may have written into past the program: one value that is none of its column's (on SQLite any may stand
/// anywhere, on PostgreSQL a day ten thousand years hence) makes every query fail that meets it. This finds such rows, and reads the others.
/// </summary>
public sealed class ReadableRows
{
    private const int Most = 500;
    private const int LongestKey = 100;

    private readonly Dictionary<Type, string[]> left = [];

    /// <summary>Whether a failure may come of such a row.</summary>
    public static bool Caused(Exception failure) =>
        failure is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException;

    /// <summary>Those of a table that can be read, as far as it was looked for others.</summary>
    public IQueryable<T> Of<T>(AppDbContext db) where T : class
    {
        if (!left.TryGetValue(typeof(T), out var places))
        {
            return db.Set<T>();
        }

        return At<T>(db, places, isThere: false);
    }

    /// <summary>Looks for those that cannot be read; from then on they are left out.</summary>
    public async Task<IReadOnlyList<UnreadableRow>> FindAsync<T>(AppDbContext db, CancellationToken cancel) where T : class
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        var strange = await IsReadAsync(db.Set<T>(), cancel) ? [] : await UnreadableAsync<T>(db, table, cancel);
        strange.UnionWith(await MisshapenAsync(db, table, cancel));
        if (strange.Count > 0)
        {
            left[typeof(T)] = [.. strange];
        }

        List<UnreadableRow> found = [];
        foreach (var place in strange.Order(StringComparer.Ordinal))
        {
            found.Add(new(table.GetTableName()!, await KeyAsync(db, table, place, cancel), place));
        }

        return found;
    }

    private static async Task<HashSet<string>> UnreadableAsync<T>(AppDbContext db, IEntityType table, CancellationToken cancel) where T : class
    {
        HashSet<string> strange = [];
        var last = db.Database.IsSqlite() ? "-9223372036854775808" : "(0,0)";
        List<string> some;
        do
        {
            some = await db.Database.SqlQueryRaw<string>(SomePlaces(db, table), last).ToListAsync(cancel);
            if (!await IsReadAsync(At<T>(db, [.. some], isThere: true), cancel))
            {
                foreach (var place in some)
                {
                    if (!await IsReadAsync(At<T>(db, [place], isThere: true), cancel))
                    {
                        strange.Add(place);
                    }
                }
            }

            last = some.Count > 0 ? some[^1] : last;
        }
        while (some.Count == Most);

        return strange;
    }

    /// <summary>On SQLite: ids in another writing, which can be read and which no query finds.</summary>
    private static async Task<IReadOnlyList<string>> MisshapenAsync(AppDbContext db, IEntityType table, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            return [];
        }

        var strange = string.Join(" OR ", table.GetProperties().Select(Misshapen).OfType<string>());
        var sql = $"SELECT CAST(rowid AS TEXT) AS \"Value\" FROM {NameOf(table)} WHERE {strange}";
        return strange.Length == 0 ? [] : await db.Database.SqlQueryRaw<string>(sql).ToListAsync(cancel);
    }

    private static string? Misshapen(IProperty property)
    {
        var column = $"\"{property.GetColumnName()}\"";
        return (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)
            ? $"typeof({column}) NOT IN ('text', 'null') OR {column} <> upper({column}) OR length({column}) <> 36" : null;
    }

    private static async Task<bool> IsReadAsync<T>(IQueryable<T> rows, CancellationToken cancel) where T : class
    {
        try
        {
            await foreach (var _ in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            {
                // That it can be read is enough.
            }

            return true;
        }
        catch (Exception failure) when (Caused(failure))
        {
            return false;
        }
    }

    private static async Task<string> KeyAsync(AppDbContext db, IEntityType table, string place, CancellationToken cancel)
    {
        var columns = string.Join(" || ' ' || ", table.FindPrimaryKey()!.Properties.Select(property => $"COALESCE(CAST(\"{property.GetColumnName()}\" AS TEXT), '')"));
        var sql = $"SELECT {columns} AS \"Value\" FROM {NameOf(table)} WHERE {Place(db, isThere: true)}";
        var key = await db.Database.SqlQueryRaw<string>(sql, Parameter(db, [place])).ToListAsync(cancel);
        return new string([.. string.Concat(key).Take(LongestKey).Select(letter => char.IsControl(letter) ? '?' : letter)]);
    }

    private static IQueryable<T> At<T>(AppDbContext db, string[] places, bool isThere) where T : class
    {
        var sql = $"SELECT * FROM {NameOf(db.Model.FindEntityType(typeof(T))!)} WHERE {Place(db, isThere)}";
        return db.Set<T>().FromSqlRaw(sql, Parameter(db, places));
    }

    private static string NameOf(IEntityType table) => $"\"{table.GetTableName()}\"";

    private static string SomePlaces(AppDbContext db, IEntityType table) => db.Database.IsSqlite()
        ? $"SELECT CAST(rowid AS TEXT) AS \"Value\" FROM {NameOf(table)} WHERE rowid > CAST({{0}} AS INTEGER) ORDER BY rowid LIMIT {Most}"
        : $"SELECT ctid::text AS \"Value\" FROM {NameOf(table)} WHERE ctid > {{0}}::tid ORDER BY ctid LIMIT {Most}";

    private static string Place(AppDbContext db, bool isThere) => db.Database.IsSqlite()
        ? $"rowid {(isThere ? "IN" : "NOT IN")} (SELECT CAST(value AS INTEGER) FROM json_each({{0}}))"
        : $"{(isThere ? "ctid = ANY" : "ctid <> ALL")} ({{0}}::tid[])";

    private static object Parameter(AppDbContext db, string[] places) => db.Database.IsSqlite() ? System.Text.Json.JsonSerializer.Serialize(places) : places;
}
