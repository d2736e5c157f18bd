using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Benchmarks;

/// <summary>
/// Deciding on a day who is told of which duty: finding those that have reached a step among all the duties of the seeded apprenticeships
/// (well over 100,000 with 10,000 of them), and by the rules and the people of each record who is told. Against bare ADO.NET that reads
/// the same duties and the same people from the same file in the same run; bare it decides nothing.
/// </summary>
[MemoryDiagnoser]
public class DecideBenchmark
{
    private const int PageSize = 200;
    private SeededProgram program = null!;
    private SqliteConnection connection = null!;

    /// <summary>Waits itself: what goes wrong in a task nobody waits for would be measured and not seen.</summary>
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public async Task CleanUpAsync() => await connection.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<int> BareAsync()
    {
        var facts = 0;
        foreach (var source in Sources(new ReminderTerms(ReminderRules.Shipped, [], Array.Empty<Leave>().ToLookup(leave => leave.PersonId))))
        {
            await using var command = connection.CreateCommand();
            var due = source.Kinds.Select(kinds => $"d.ActOn <= '{Text(program.Today.AddDays(-kinds.Key))}' AND d.Kind IN ({string.Join(", ", kinds.Value.Select(kind => (int)kind))})");
            command.CommandText = $"""
                SELECT d.Id, d.ActOn, d.Kind, d.Responsible, d.ApprenticeshipId, a.PersonId FROM TrackedDuties d LEFT JOIN Apprenticeships a ON a.Id = d.ApprenticeshipId
                WHERE d.State = 0 AND d.Nature <> 2 AND d.ActOn >= $from AND d.ActOn <= $to AND ({string.Join(" OR ", due)})
                ORDER BY d.ActOn, d.Id
                """;
            command.Parameters.AddWithValue("$from", Text(program.Today.AddDays(-ReminderRule.LastDay)));
            command.Parameters.AddWithValue("$to", Text(program.Today.AddDays(-source.FirstDay)));
            HashSet<string> records = [];
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    facts++;
                    if (!await reader.IsDBNullAsync(4))
                    {
                        records.Add(reader.GetString(4));
                    }
                }
            }

            foreach (var page in records.Chunk(PageSize))
            {
                await using var people = connection.CreateCommand();
                people.CommandText = $"""
                    SELECT ApprenticeshipId, PersonId, Role FROM Assignments WHERE FromOn <= $today AND (ToOn IS NULL OR ToOn >= $today)
                    AND ApprenticeshipId IN ({string.Join(", ", page.Select((_, place) => $"$r{place}"))})
                    """;
                people.Parameters.AddWithValue("$today", Text(program.Today));
                for (var place = 0; place < page.Length; place++)
                {
                    people.Parameters.AddWithValue($"$r{place}", page[place]);
                }

                await using var reader = await people.ExecuteReaderAsync();
                var values = new object[reader.FieldCount];
                while (await reader.ReadAsync())
                {
                    reader.GetValues(values);
                }
            }
        }

        return facts;
    }

    [Benchmark]
    public Task<(int Facts, int Decisions)> DecideAsync() => program.AskAsync(async (IDbContextFactory<AppDbContext> database) =>
    {
        var (facts, decisions) = (0, 0);
        var reckoning = new ProgressSettings().Reckoning(OfficeTime.Clock);
        await using var first = await database.CreateDbContextAsync();
        var terms = await ReminderFacts.TermsAsync(first, program.Today, CancellationToken.None);
        foreach (var source in Sources(terms))
        {
            ReminderFacts.Mark? last = null;
            do
            {
                await using var db = await database.CreateDbContextAsync();
                (var page, last) = await ReminderFacts.PageAsync(db, source, reckoning, program.Today, last, PageSize, CancellationToken.None);
                facts += page.Count;
                decisions += page.Sum(fact => ReminderPlan.On(program.Today, fact, terms).Count);
            }
            while (last is not null);
        }

        return (facts, decisions);
    });

    private static IEnumerable<ReminderFacts.Source> Sources(ReminderTerms terms) => ReminderFacts.Sources(terms).Where(source => source.Subject == ReminderSubject.Duty);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task SetUpAsync()
    {
        program = await SeededProgram.GetAsync();
        connection = await program.ConnectAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM TrackedDuties";
        var (ours, bare) = (await DecideAsync(), await BareAsync());
        Console.WriteLine($"// {await count.ExecuteScalarAsync():N0} duties, {ours.Facts:N0} at a step, {ours.Decisions:N0} told");
        if (ours.Facts != bare || bare == 0)
        {
            throw new InvalidOperationException($"The two do not read the same, {ours.Facts} and {bare}: the comparison would mean nothing.");
        }
    }
}
