using Apprentices.Data;
using Apprentices.Features.Apprenticeships;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace Apprentices.Benchmarks;

/// <summary>
/// The first page of HR's list with the counts on its filters, against bare ADO.NET that reads the same rows and counts from
/// the same file in the same run. The ratio is what counts; the floor is written by hand and knows no visibility.
/// </summary>
[MemoryDiagnoser]
public class ListBenchmark
{
    private const int MarginPercent = 10;

    private const string Standings = """
        WITH standing AS (
          SELECT a.Id AS id, p.GivenName, p.FamilyName, p.SortName AS sort, c.Code, w.Name, a.StartsOn, a.EndsOn AS ends,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.Level >= 3) AS documented,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id AND g.ExpectedOn <= $today) AS expected,
            (SELECT count(*) FROM PlannedGoals g WHERE g.ApprenticeshipId = a.Id) AS goals,
            (SELECT count(*) FROM Evaluations e WHERE e.ApprenticeshipId = a.Id AND e.WindowStartsOn <= $today) AS halfYear,
            (SELECT min(e.DueOn) FROM Evaluations e WHERE e.ApprenticeshipId = a.Id AND e.State = 0 AND a.EndsOn >= $today) AS next,
            (SELECT max(i.EndsOn) FROM Interruption i WHERE i.ApprenticeshipId = a.Id AND i.StartsOn <= $today AND i.EndsOn >= $today
              AND i.Percent = 100) AS away,
            (SELECT s.PersonId FROM Assignments s WHERE s.ApprenticeshipId = a.Id AND s.Role = 1 AND s.FromOn <= $today
              AND (s.ToOn IS NULL OR s.ToOn >= $today) ORDER BY s.FromOn DESC LIMIT 1) AS instructor
          FROM Apprenticeships a JOIN People p ON p.Id = a.PersonId JOIN Curricula c ON c.Code = a.CurriculumCode
            JOIN Workplaces w ON w.Id = a.WorkplaceId)
        """;

    private static readonly Page FirstPage = new(0, ListApprenticeships.PageSize);
    private SeededProgram program = null!;
    private SqliteConnection connection = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        program = await SeededProgram.GetAsync();
        connection = await program.ConnectAsync();

        var ours = await ListAsync();
        var bare = await BareAsync();
        if (!ours.Rows.Select(row => row.Id).SequenceEqual(bare.Ids)
            || (ours.Hits.All, ours.Hits.Overdue, ours.Hits.BehindPlan, ours.Hits.Ended) != (bare.All, bare.Overdue, bare.Behind, bare.Ended))
        {
            throw new InvalidOperationException("The two do not read the same: the comparison would mean nothing.");
        }
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await connection.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<(List<Guid> Ids, int All, int Overdue, int Behind, int Ended)> BareAsync()
    {
        var today = program.Today.ToString("yyyy-MM-dd");
        await using var rows = connection.CreateCommand();
        rows.CommandText = $"{Standings} SELECT * FROM standing ORDER BY next IS NULL, next, sort, id LIMIT {FirstPage.Take}";
        rows.Parameters.AddWithValue("$today", today);
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

        await using var counts = connection.CreateCommand();
        counts.CommandText = $"""
            {Standings} SELECT count(*), total(next < $today),
              total(ends >= $today AND goals > 0 AND (expected - documented) * 100 > {MarginPercent} * goals), total(ends < $today),
              total(next BETWEEN $today AND date($today, '+30 days')), total(away IS NOT NULL),
              total(ends BETWEEN $today AND date($today, '+90 days'))
            FROM standing
            """;
        counts.Parameters.AddWithValue("$today", today);
        await using var count = await counts.ExecuteReaderAsync();
        await count.ReadAsync();
        return (ids, count.GetInt32(0), (int)count.GetDouble(1), (int)count.GetDouble(2), (int)count.GetDouble(3));
    }

    [Benchmark]
    public Task<ListApprenticeships.Result> ListAsync() =>
        program.AskAsync((ListApprenticeships list) => list.RunAsync(new ListQuery(), FirstPage));

    [Benchmark]
    public Task<ListApprenticeships.Result> ListBehindPlanByProgressAsync() =>
        program.AskAsync((ListApprenticeships list) => list.RunAsync(new ListQuery(StandingFilter.BehindPlan, Sort: "progress"), FirstPage));

    [Benchmark]
    public Task<ShowTrends.Result> TrendsAsync() => program.AskAsync((ShowTrends trends) => trends.RunAsync());

    [Benchmark]
    public Task<ShowOverview.Result> OverviewAsync() => program.AskAsync((ShowOverview overview) => overview.RunAsync());
}
