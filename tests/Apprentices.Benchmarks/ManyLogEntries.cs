using Microsoft.Data.Sqlite;

namespace Apprentices.Benchmarks;

/// <summary>
/// Writes log entries in any number by SQL alone: as many for each training that has begun, spread evenly over its days. One in ten
/// has been quiet for a month; the last entries of every third wait to be approved; what was decided in the last four months has
/// the events that response times are counted from.
/// </summary>
internal static class ManyLogEntries
{
    private const string Instant = "CAST((julianday(day) - 1721425.5) * 86400 AS INTEGER) * 10000000";

    private const string Entries = $"""
        INSERT INTO LogEntries (Id, ApprenticeshipId, WorkedOn, WorkedTo, Text, State, WrittenAt, HandedInAt, DecidedAt, Version)
        WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i + 1 < $each),
          training AS (
            SELECT Id, StartsOn, row_number() OVER (ORDER BY Id) AS place,
              julianday(min(EndsOn, CASE WHEN row_number() OVER (ORDER BY Id) % 10 = 0 THEN date($today, '-30 days') ELSE $today END)) - julianday(StartsOn) AS days
            FROM Apprenticeships WHERE StartsOn <= $today),
          entry AS (
            SELECT t.Id AS training, t.place, i, date(t.StartsOn, '+' || CAST(t.days * (i + 1) / $each AS INTEGER) || ' days') AS day,
              CASE WHEN t.place % 3 = 0 AND i >= $each - 2 THEN 2 ELSE 5 END AS state
            FROM training t CROSS JOIN number WHERE t.days > 0)
        SELECT printf('%08X-%04X-7000-8000-%012X', place, i, place), training, day, day,
          'Jeg hjalp til med det som skulle gjøres, og skrev ned hva jeg lærte av det.', state, {Instant}, {Instant} + 36000000000,
          CASE WHEN state = 5 THEN {Instant} + 864000000000 * (1 + place % 6) END, 1
        FROM entry
        """;

    private const string Events = """
        INSERT INTO LogEvents (Id, LogEntryId, Kind, ById, At)
        SELECT substr(e.Id, 1, 14) || what || '001' || substr(e.Id, 19), e.Id, what, CASE WHEN what = 0 THEN a.PersonId ELSE s.PersonId END,
          CASE WHEN what = 0 THEN e.HandedInAt ELSE e.DecidedAt END
        FROM LogEntries e JOIN Apprenticeships a ON a.Id = e.ApprenticeshipId JOIN Assignments s ON s.ApprenticeshipId = a.Id AND s.Role = 1 AND s.ToOn IS NULL
          JOIN (SELECT 0 AS what UNION ALL SELECT 4)
        WHERE e.WorkedOn >= date($today, '-120 days') AND e.State = 5 AND e.Id LIKE '%-7000-8000-%'
        """;

    /// <returns>How many there are afterwards.</returns>
    public static async Task<long> WriteAsync(SqliteConnection connection, DateOnly today, int entries)
    {
        var begun = await NumberAsync(connection, "SELECT count(*) FROM Apprenticeships WHERE StartsOn < $today", today, 0);
        var each = (int)Math.Ceiling(entries / (double)Math.Max(begun, 1));
        await using var all = await connection.BeginTransactionAsync();
        await NumberAsync(connection, Entries, today, each);
        await NumberAsync(connection, Events, today, each);
        await all.CommitAsync();
        await NumberAsync(connection, "ANALYZE", today, 0);
        return await NumberAsync(connection, "SELECT count(*) FROM LogEntries", today, 0);
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql, DateOnly today, int each)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue("$today", today.ToString("yyyy-MM-dd"));
        command.Parameters.AddWithValue("$each", each);
        return await command.ExecuteScalarAsync() is long number ? number : 0;
    }
}
