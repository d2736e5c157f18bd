using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Standings;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Standings;

public sealed class ListStandingsTests : AppTests
{
    private static readonly Page First = new(0, ListStandings.PageSize);

    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Shows_those_behind_the_furthest_first_with_what_can_be_forecast_for_each()
    {
        var hr = await Given.HrAsync();
        await EnterAsync("Litt Bak", documented: 1);
        await EnterAsync("Langt Bak", documented: 0);
        await EnterAsync("I Rute", documented: 2);
        await EnterAsync("Ferdig Lengst", documented: 0, startsOn: Today.AddYears(-3));

        var result = await ListAsync(hr, new StandingsQuery());

        Assert.Equal(["Langt Bak", "Litt Bak"], result.Rows.Select(row => row.Attention.Name));
        Assert.Equal(2, result.Hits);
        Assert.Equal([ForecastState.NoPace, ForecastState.Day], result.Rows.Select(row => row.Forecast.State));
        Assert.All(result.Rows, row => Assert.Equal((row.Attention.Documented, row.Attention.Expected), (row.Forecast.Documented, row.Forecast.Expected)));
    }

    [BothDatabases]
    public async Task Is_narrowed_and_sorted_by_what_stands_in_the_address()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"));
        await EnterAsync("Anna Vest", documented: 0, workplace: "Vest", instructor: siv);
        await EnterAsync("Bo Øst", documented: 0, workplace: "Øst");
        await EnterAsync("Carl Vest", documented: 1, workplace: "Vest");
        var vest = await App.DbAsync(db => db.Workplaces.SingleAsync(w => w.Name == "Vest"));

        Assert.Equal(["Anna Vest", "Carl Vest"], await NamesAsync($"workplace={vest.Id}"));
        Assert.Equal(["Anna Vest"], await NamesAsync($"supervisor={siv.Id}"));
        Assert.Equal(["Bo Øst", "Carl Vest", "Anna Vest"], await NamesAsync("sort=-name"));
        Assert.Empty(await NamesAsync("trade=ANNET01-01"));
        Assert.Equal(3, (await NamesAsync("filter=Quiet&days=170")).Count);
        Assert.Empty(await NamesAsync("filter=Quiet&days=300"));
        Assert.Equal(3, (await NamesAsync("filter=nonsense&workplace=x&days=0")).Count);

        async Task<IReadOnlyList<string>> NamesAsync(string address)
        {
            var parts = System.Web.HttpUtility.ParseQueryString(address);
            var query = StandingsQuery.From(parts["filter"], parts["trade"], parts["workplace"], parts["supervisor"], parts["days"], parts["sort"]);
            var again = query.Address("", 1).TrimStart('?');
            var (hits, told) = (await ListAsync(hr, query), System.Web.HttpUtility.ParseQueryString(again));
            Assert.Equal(query, StandingsQuery.From(told["filter"], told["trade"], told["workplace"], told["supervisor"], told["days"], told["sort"]));
            return [.. hits.Rows.Select(row => row.Attention.Name)];
        }
    }

    [BothDatabases]
    public async Task Says_for_how_long_an_entry_has_waited_by_the_days_of_the_house()
    {
        var hr = await Given.HrAsync();
        var contract = await EnterAsync("Venter Sju", documented: 8);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
            db.Add(HandedIn.Entry(record, Today.AddDays(-7), "Tekst", [record.Plan[0]], App.Clock.GetUtcNow().AddDays(-7).AddHours(8), Today));
        });

        var row = Assert.Single((await ListAsync(hr, new StandingsQuery(AttentionFilter.Waiting))).Rows);
        Assert.Equal((7, 1), (row.WaitingDays, row.Attention.Waiting));
        Assert.Empty((await ListAsync(hr, new StandingsQuery(AttentionFilter.Waiting, Days: 8))).Rows);
    }

    [BothDatabases]
    public async Task Counts_each_trade_workplace_and_supervisor_and_who_has_two_with_both()
    {
        var (hr, siv, tor) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        await EnterAsync("Anna Vest", documented: 0, workplace: "Vest", instructor: siv, manager: tor);
        await EnterAsync("Bo Øst", documented: 8, workplace: "Øst", instructor: siv);
        await EnterAsync("Carl Vest", documented: 0, workplace: "Vest", manager: tor);
        await EnterAsync("Ferdig Vest", documented: 0, workplace: "Vest", instructor: siv, startsOn: Today.AddYears(-3));

        var counts = await App.As(hr).RunAsync((CountStandings use) => use.RunAsync(new StandingsQuery()));

        Assert.Equal(new CountStandings.Count(3, 2, 3, 0), counts.All);
        Assert.Equal([("Vest", 2, 2), ("Øst", 1, 0)], counts.Workplaces.Select(of => (of.Name, of.Count.InTraining, of.Count.Behind)));
        Assert.Equal([("Tor Eide", 2, 2), ("Siv Åmot", 2, 1)], counts.Supervisors.Select(of => (of.Name, of.Count.InTraining, of.Count.Behind)));
        Assert.Equal([3], counts.Trades.Select(of => of.Count.InTraining));
        foreach (var of in counts.Trades.Concat(counts.Workplaces).Concat(counts.Supervisors))
        {
            Assert.Equal(of.Count.Behind, (await ListAsync(hr, of.Query)).Hits);
        }
    }

    private Task<ListStandings.Result> ListAsync(Person hr, StandingsQuery query) => App.As(hr).RunAsync((ListStandings use) => use.RunAsync(query, First));

    /// <summary>Half a year in, two of eight goals are expected.</summary>
    private async Task<Apprenticeship> EnterAsync(
        string name, int documented, string workplace = "Drift", Person? instructor = null, Person? manager = null, DateOnly? startsOn = null)
    {
        var contract = await Given.ApprenticeshipAsync(
            await Given.PersonAsync(Roles.Apprentice, name), workplace: workplace, instructor: instructor, trainingManager: manager, startsOn: startsOn);
        await App.ChangeAsync(async db =>
        {
            foreach (var goal in (await db.PlannedGoals.Where(goal => goal.ApprenticeshipId == contract.Id).OrderBy(goal => goal.Order).ToListAsync()).Take(documented))
            {
                goal.Rate(Level.Masters, null, Today.AddDays(-30), contract.PersonId, App.Clock.GetUtcNow(), Today);
            }
        });
        return contract;
    }
}
