using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.FinalTests;

public sealed class ListTestYearTests : FinalTestCase
{
    private static readonly Page First = new(0, 25);

    [BothDatabases]
    public async Task Who_is_up_stands_in_the_month_it_is_agreed_for_or_else_the_training_ends_and_at_its_stage()
    {
        // Liv's training ends 14 August 2026; the others' in between, later than a year, and over.
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Sara Sent"), startsOn: new(2024, 10, 1), endsOn: new(2026, 9, 30), trainingManager: Manager, county: "11");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Nora Neste"), startsOn: new(2025, 8, 15), endsOn: new(2027, 8, 14), trainingManager: Manager);
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Gro Gammel"), startsOn: new(2022, 8, 15), endsOn: new(2024, 8, 14), enteredOn: new(2025, 1, 1));
        On(new(2026, 5, 4));

        var all = await ListAsync();
        Assert.Equal([("Liv Lund", TestStage.NotRegistered), ("Sara Sent", TestStage.NotRegistered)], all.Rows.Select(row => (row.Name, row.Stage)));
        Assert.Equal([(new DateOnly(2026, 8, 1), 1), (new DateOnly(2026, 9, 1), 1)], all.Months);
        Assert.Equal(new(2026, 6, 14), all.Rows[0].RegistrationDueOn);
        Assert.Equal("Frida Leder", all.Rows[0].TrainingManager);
        Assert.Equal(["Liv Lund"], await NamesAsync(new(Trade: "ITD03-01")));
        Assert.Equal(["Sara Sent"], await NamesAsync(new(County: "11")));
        Assert.Equal(["Sara Sent"], await NamesAsync(new(Month: new(2026, 9, 1))));

        await SendAsync(DutyKind.RegistrationDeadline, new(2026, 5, 4));
        Assert.Equal(["Liv Lund"], await NamesAsync(new(TestStage.Sent)));
        await FinishAsync(DutyKind.RegistrationDeadline, new(2026, 5, 4));
        Assert.Equal(["Liv Lund"], await NamesAsync(new(TestStage.Approved)));
        await AgreeAsync(new(2026, 6, 8), new(2026, 6, 16));
        Assert.Equal(["Liv Lund"], await NamesAsync(new(TestStage.DatesAgreed, Month: new(2026, 6, 1))));
        On(new(2026, 6, 17));
        Assert.Equal(["Liv Lund"], await NamesAsync(new(TestStage.Held)));
        await PassAsync(new(2026, 6, 16));
        Assert.Equal(["Liv Lund"], await NamesAsync(new(TestStage.Passed)));
        Assert.Equal([1, 0, 0, 0, 0, 1], (await ListAsync()).Stages.OrderBy(stage => stage.Key).Select(stage => stage.Value));

        // Passed, she is shown for sixty days.
        On(new(2026, 8, 15));
        Assert.Equal(["Liv Lund", "Nora Neste", "Sara Sent"], (await NamesAsync(new())).Order(StringComparer.Ordinal));
        On(new(2026, 8, 16));
        Assert.DoesNotContain("Liv Lund", await NamesAsync(new()));
    }

    [BothDatabases]
    public async Task Red_is_only_what_the_law_makes_late()
    {
        On(new(2026, 6, 14));
        Assert.False((await ListAsync()).Rows[0].IsLate);
        On(new(2026, 6, 15));
        Assert.True((await ListAsync()).Rows[0].IsLate);
        await SendAsync(DutyKind.RegistrationDeadline, new(2026, 6, 15));
        Assert.False((await ListAsync()).Rows[0].IsLate);

        // After a failure late in the window the next registration is a house rule: it is never red.
        On(new(2026, 7, 20));
        await FailAsync(new(2026, 7, 16), new(2026, 7, 20));
        On(new(2026, 9, 1));
        var again = Assert.Single((await ListAsync()).Rows);
        Assert.Equal((2, TestStage.NotRegistered, DutyBasis.HouseRule, false), (again.Number, again.Stage, again.RegistrationBasis!.Value, again.IsLate));
        Assert.Equal(new(2026, 9, 1), again.On);
    }

    [BothDatabases]
    public async Task A_training_manager_sees_her_own_alone_and_her_home_the_next_of_them()
    {
        var other = await Given.TrainingManagerAsync("Anders Leder");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Else Bakke"), startsOn: new(2024, 9, 1), trainingManager: other);
        On(new(2026, 5, 1));

        Assert.Equal(["Liv Lund"], (await ListAsync(reader: Manager)).Rows.Select(row => row.Name));
        Assert.Equal(["Liv Lund"], (await App.As(Manager).RunAsync((ListTestYear use) => use.RunOwnAsync())).Select(row => row.Name));
        Assert.Equal(2, (await ListAsync()).Total);
        Assert.Empty(await App.As(Hr).RunAsync((ListTestYear use) => use.RunOwnAsync()));
    }

    [BothDatabases]
    public async Task The_stages_part_the_list_alike_in_the_database_and_in_memory()
    {
        for (var number = 0; number < 6; number++)
        {
            await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice), startsOn: new(2024, 9, 1 + number), trainingManager: Manager);
        }

        On(new(2026, 6, 20));
        var ids = await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id != Contract.Id).OrderBy(a => a.StartsOn).Select(a => a.Id).ToListAsync());
        await App.ChangeAsync(async db =>
        {
            var duties = await db.TrackedDuties.Where(d => d.Kind == DutyKind.RegistrationDeadline).ToDictionaryAsync(d => d.ApprenticeshipId!.Value);
            duties[ids[0]].MarkSent(new(2026, 6, 1), Hr.Id, App.Clock.Today);
            duties[ids[1]].MarkDone(new(2026, 6, 1), Hr.Id, App.Clock.Today);
            duties[ids[2]].Waive("Meldt opp før", new(2026, 6, 1), Hr.Id);
            foreach (var (id, last) in new[] { (ids[3], new DateOnly(2026, 6, 19)), (ids[4], new DateOnly(2026, 6, 20)), (ids[0], new DateOnly(2026, 6, 30)) })
            {
                var attempt = new TestAttempt(id, 1);
                attempt.Agree(new TestDates("Oslo", null, null, last.AddDays(-2), last), null, Hr.Id, App.Clock.GetUtcNow());
                db.Add(attempt);
            }
        });

        var all = (await ListAsync()).Rows;
        Assert.Equal(7, all.Count);
        foreach (var stage in Enum.GetValues<TestStage>())
        {
            Assert.Equal(all.Where(row => row.Stage == stage).Select(row => row.Id), (await ListAsync(new(stage))).Rows.Select(row => row.Id));
        }
    }

    [BothDatabases]
    public async Task As_a_file_it_holds_the_same_with_days_as_days()
    {
        On(new(2026, 5, 4));
        await AgreeAsync(new(2026, 6, 8), new(2026, 6, 16));

        var csv = await ListRead.CsvAsync(output => App.As(Hr).RunAsync((DownloadTestYear use) => use.RunAsync(new TestYearQuery(), output)));
        var none = await ListRead.CsvAsync(output => App.As(Hr).RunAsync((DownloadTestYear use) => use.RunAsync(new TestYearQuery(TestStage.Passed), output)));

        Assert.Contains("Lund;Liv;", csv, StringComparison.Ordinal);
        Assert.Contains("08.06.2026", csv, StringComparison.Ordinal);
        Assert.Contains("Dager avtalt", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Lund", none, StringComparison.Ordinal);
    }

    private Task<ListTestYear.Result> ListAsync(TestYearQuery? query = null, Person? reader = null) =>
        App.As(reader ?? Hr).RunAsync((ListTestYear use) => use.RunAsync(query ?? new TestYearQuery(), First));

    private async Task<IReadOnlyList<string>> NamesAsync(TestYearQuery query) => [.. (await ListAsync(query)).Rows.Select(row => row.Name)];
}
