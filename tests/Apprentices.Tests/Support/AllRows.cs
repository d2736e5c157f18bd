using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>Every row there is, so that a test can say that nothing has changed.</summary>
public static class AllRows
{
    /// <returns>By table, its rows in an order of their own.</returns>
    public static Task<IReadOnlyDictionary<string, string>> ReadAsync(TestApp app) => app.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            List<string> lines = [];
            while (await reader.ReadAsync())
            {
                lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Said(reader.GetValue(column)))));
            }

            rows.Add(table, string.Join('\n', lines.Order(StringComparer.Ordinal)));
        }

        return (IReadOnlyDictionary<string, string>)rows;
    });

    /// <summary>The tables in which something is another than before.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Where(table => before[table] != after[table])];

    private static string Said(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : string.Format(CultureInfo.InvariantCulture, "{0}", value);
}
