using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Data;

/// <summary>
/// Adds new rows of one table in one statement, however many they are; on SQLite the framework takes one for each. It goes past the
/// change history and is for tables that have none.
/// </summary>
internal static class RowsAtOnce
{
    /// <summary>So many rows go with a statement: SQLite takes no more than 32 766 values in one.</summary>
    private const int Most = 1_000;

    public static async Task AddAtOnceAsync<T>(this AppDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        IReadOnlyList<IProperty> columns = [.. table.GetProperties()];
        var head = $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var some in rows.Chunk(Most))
        {
            List<object> values = [];
            List<string> lines = [];
            foreach (var entry in some.Select(row => db.Entry(row)))
            {
                lines.Add($"({string.Join(", ", columns.Select((_, at) => Name(values.Count + at)))})");
                values.AddRange([.. columns.Select((column, at) => column.GetRelationalTypeMapping()
                    .CreateParameter(command, Name(values.Count + at), entry.Property(column).CurrentValue, column.IsNullable))]);
            }

            var statement = head + string.Join(", ", lines);
            await db.Database.ExecuteSqlRawAsync(statement, values, cancel);
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");
}
