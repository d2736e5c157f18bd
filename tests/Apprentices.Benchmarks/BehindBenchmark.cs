using Apprentices.Data;
using Apprentices.Features.Standings;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace Apprentices.Benchmarks;

/// <summary>
/// "Who is behind?" and "Who is quiet?", the first page with the number of hits and a forecast for each row, against bare ADO.NET that
/// reads the same rows and counts them from the same file in the same run; bare it knows no visibility and no forecast. Beside it the
/// figures by trade, workplace and supervisor, and the supervisors' load, which have no floor. With as many log entries as the
/// environment's LOG_ENTRIES says, 1,000,000 unless it does.
/// </summary>
[MemoryDiagnoser]
public class BehindBenchmark
{
    private const int MarginPercent = 10;
    private const int QuietDays = 14;

    private const string Hits = """
        WITH training AS (
          SELECT a.Id, a.StartsOn, a.CurriculumCode, p.SortName,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL AND g.Level >= 3) AS documented,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL AND g.ExpectedOn <= $today) AS expected,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL) AS goals
          FROM Apprenticeships a JOIN People p ON p.Id = a.PersonId WHERE a.StartsOn <= $today AND a.EndsOn >= $today),
        hit AS (SELECT *, (expected - documented) * 1000 / goals AS late FROM training WHERE goals > 0 AND (expected - documented) * 100 > $margin * goals)
        """;

    private const string Quiet = """
        WITH training AS (
          SELECT a.Id, p.SortName, min($today, coalesce(
            (SELECT max(e.WorkedTo) FROM LogEntries e WHERE e.ApprenticeshipId = a.Id AND e.State <> 1), date(a.StartsOn, '-1 day'))) AS since
          FROM Apprenticeships a JOIN People p ON p.Id = a.PersonId WHERE a.StartsOn <= $today AND a.EndsOn >= $today
            AND NOT EXISTS (SELECT 1 FROM LogSettings s WHERE s.CurriculumCode = a.CurriculumCode AND s.IsOff)
            AND NOT EXISTS (SELECT 1 FROM Interruption i WHERE i.ApprenticeshipId = a.Id AND i.StartsOn <= $today AND coalesce(i.EndsOn, '9999') >= $today AND i.Percent = 100)),
        hit AS (SELECT *, since AS late FROM training WHERE julianday($today) - julianday(since) - coalesce((
            SELECT sum(julianday(min(coalesce(i.EndsOn, $today), $today)) - julianday(max(i.StartsOn, date(since, '+1 day'))) + 1) FROM Interruption i
            WHERE i.ApprenticeshipId = training.Id AND i.Percent = 100 AND i.StartsOn <= $today AND coalesce(i.EndsOn, '9999') > since), 0) >= $quiet)
        """;

    private const string Rows = """
        , page AS (SELECT * FROM hit ORDER BY late {0}, SortName, Id LIMIT 25)
        SELECT a.Id, p.GivenName, p.FamilyName, c.Code, w.Name, a.EndsOn,
          (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL AND g.Level >= 3),
          (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL AND g.ExpectedOn <= $today),
          (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.LeftOn IS NULL),
          (SELECT max(e.WorkedTo) FROM LogEntries e WHERE e.ApprenticeshipId = a.Id AND e.State <> 1),
          (SELECT count(*) FROM LogEntries e WHERE e.ApprenticeshipId = a.Id AND e.State IN (2, 4)),
          (SELECT min(e.HandedInAt) FROM LogEntries e WHERE e.ApprenticeshipId = a.Id AND e.State IN (2, 4)),
          (SELECT q.GivenName || ' ' || q.FamilyName FROM Assignments s JOIN People q ON q.Id = s.PersonId WHERE s.ApprenticeshipId = a.Id AND s.Role = 1
            AND s.FromOn <= $today AND (s.ToOn IS NULL OR s.ToOn >= $today) ORDER BY s.IsDeputy, s.FromOn DESC LIMIT 1)
        FROM page JOIN Apprenticeships a ON a.Id = page.Id JOIN People p ON p.Id = a.PersonId JOIN Curricula c ON c.Code = a.CurriculumCode
          JOIN Workplaces w ON w.Id = a.WorkplaceId ORDER BY page.late {0}, page.SortName, page.Id
        """;

    private static readonly Page FirstPage = new(0, ListStandings.PageSize);
    private SeededProgram program = null!;
    private SqliteConnection connection = null!;

    [Params(AttentionFilter.Behind, AttentionFilter.Quiet)]
    public AttentionFilter Filter { get; set; }

    /// <summary>Waits itself: what goes wrong in a task nobody waits for would be measured and not seen.</summary>
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    private async Task SetUpAsync()
    {
        program = await SeededProgram.GetAsync();
        Console.WriteLine($"// {await program.LogEntriesAsync():N0} log entries");
        connection = await program.ConnectAsync();

        var (ours, bare) = (await ListAsync(), await BareAsync());
        if (!ours.Rows.Select(row => row.Attention.Id).SequenceEqual(bare.Ids) || ours.Hits != bare.Hits || bare.Hits == 0)
        {
            throw new InvalidOperationException($"The two do not read the same, {ours.Hits} and {bare.Hits}: the comparison would mean nothing.");
        }

        Console.WriteLine($"// {bare.Hits} hits");
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await connection.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<(List<Guid> Ids, long Hits)> BareAsync()
    {
        var hits = Filter == AttentionFilter.Quiet ? Quiet : Hits;
        await using var rows = Command($"{hits} {string.Format(System.Globalization.CultureInfo.InvariantCulture, Rows, Filter == AttentionFilter.Quiet ? "ASC" : "DESC")}");
        List<Guid> ids = [];
        await using (var reader = await rows.ExecuteReaderAsync())
        {
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                ids.Add(reader.GetGuid(0));
            }
        }

        await using var count = Command($"{hits} SELECT count(*) FROM hit");
        return (ids, (long)(await count.ExecuteScalarAsync())!);
    }

    [Benchmark]
    public Task<ListStandings.Result> ListAsync() =>
        program.AskAsync((ListStandings list) => list.RunAsync(new StandingsQuery(Filter), FirstPage));

    [Benchmark]
    public Task<CountStandings.Result> CountsAsync() => program.AskAsync((CountStandings counts) => counts.RunAsync(new StandingsQuery()));

    [Benchmark]
    public Task<ShowLoad.Result> LoadAsync() => program.AskAsync((ShowLoad load) => load.RunAsync(new Page(0, ShowLoad.PageSize)));

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$today", program.Today.ToString("yyyy-MM-dd"));
        command.Parameters.AddWithValue("$margin", MarginPercent);
        command.Parameters.AddWithValue("$quiet", QuietDays);
        return command;
    }
}
