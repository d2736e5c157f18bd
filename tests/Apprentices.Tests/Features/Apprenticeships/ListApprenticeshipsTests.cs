using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Apprenticeships;

public sealed class ListApprenticeshipsTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Shows_hr_everybody_with_what_is_due_first_on_top()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Aasa Etter"), startsOn: Today.AddMonths(-1));
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Åge Først"), startsOn: Today.AddMonths(-7));

        var list = await ListAsync(hr, new ListQuery());

        Assert.Equal(["Åge Først", "Aasa Etter"], list.Rows.Select(row => row.Name));
        Assert.Equal((2, 1), (list.Hits.All, list.Hits.Overdue));
    }

    [BothDatabases]
    public async Task Sorts_names_by_the_Norwegian_alphabet()
    {
        var hr = await Given.HrAsync();
        foreach (var name in (string[])["Kari Ås", "Kari Ærø", "Kari Zander", "Kari Øst", "Kari Aas", "Kari Berg"])
        {
            await Given.ApprenticeshipAsync(await Given.PersonAsync(named: name));
        }

        var list = await ListAsync(hr, new ListQuery(Sort: "name"));

        Assert.Equal(["Berg", "Zander", "Ærø", "Øst", "Ås", "Aas"], list.Rows.Select(row => row.FamilyName));
    }

    [BothDatabases]
    public async Task Finds_by_name_workplace_trade_and_contract_number()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Øystein Sørås"), vigoNumber: "2025-AB-77", workplace: "Servicesenter Bodø");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Mari Berg"));

        foreach (var text in (string[])["ØYSTEIN", "sørås øystein", "bodø", "2025-ab-77", "sørås bodø prøvefaget"])
        {
            Assert.Equal("Øystein Sørås", Assert.Single((await ListAsync(hr, new ListQuery(Text: text))).Rows).Name);
        }

        Assert.Equal(2, (await ListAsync(hr, new ListQuery(Text: "prøvefag"))).Hits.All);
        Assert.Empty((await ListAsync(hr, new ListQuery(Text: "sørås drift"))).Rows);
    }

    [BothDatabases]
    public async Task Shows_a_supervisor_only_her_own_apprentices_and_an_apprentice_herself()
    {
        var siv = await Given.InstructorAsync();
        var mine = await Given.ApprenticeshipAsync(instructor: siv);
        var other = await Given.ApprenticeshipAsync(instructor: await Given.InstructorAsync());

        Assert.Equal([mine.Id], (await ListAsync(siv, new ListQuery())).Rows.Select(row => row.Id));
        var apprentice = await App.DbAsync(db => db.People.FindAsync(other.PersonId).AsTask());
        Assert.Equal([other.Id], (await ListAsync(apprentice!, new ListQuery())).Rows.Select(row => row.Id));
    }

    [BothDatabases]
    public async Task An_administrator_sees_no_list()
    {
        var administrator = await Given.AdministratorAsync();

        await Assert.ThrowsAsync<NotAllowedException>(() => ListAsync(administrator, new ListQuery()));
    }

    [BothDatabases]
    public async Task Narrows_to_a_trade_a_workplace_and_a_supervisor()
    {
        var hr = await Given.HrAsync();
        var siv = await Given.InstructorAsync();
        var one = await Given.ApprenticeshipAsync(instructor: siv, workplace: "Bodø", curriculum: "TEST02-01");
        await Given.ApprenticeshipAsync();

        Assert.Equal(one.Id, Assert.Single((await ListAsync(hr, new ListQuery(Trade: "TEST02-01"))).Rows).Id);
        Assert.Equal(one.Id, Assert.Single((await ListAsync(hr, new ListQuery(Workplace: one.WorkplaceId))).Rows).Id);
        Assert.Equal(one.Id, Assert.Single((await ListAsync(hr, new ListQuery(Supervisor: siv.Id))).Rows).Id);

        var choices = await App.As(hr).RunAsync((ListChoices use) => use.RunAsync());
        Assert.Equal((2, 2, 1), (choices.Trades.Count, choices.Workplaces.Count, choices.Supervisors.Count));
    }

    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+47", "'+47")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Ås; \"IT\"", "\"Ås; \"\"IT\"\"\"")]
    [InlineData("Drift", "Drift")]
    public void No_cell_of_the_file_is_a_formula(string value, string cell) => Assert.Equal(cell, CsvCell.Of(value));

    [BothDatabases]
    public async Task The_file_holds_what_the_list_shows()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "=cmd Ås"), startsOn: Today.AddMonths(-7));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-1));

        var text = await ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadApprenticeships use) => use.RunAsync(new ListQuery(StandingFilter.Overdue), output)));

        Assert.StartsWith("\uFEFFEtternavn;Fornavn;Lærefag;", text, StringComparison.Ordinal);
        Assert.Contains("\r\nÅs;'=cmd;Prøvefaget;TEST01-01;Drift;", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n").Length);
    }

    [BothDatabases]
    public async Task The_overview_names_what_is_overdue_and_what_the_month_still_asks_for()
    {
        var hr = await Given.HrAsync();
        var siv = await Given.InstructorAsync("Siv Åmot");
        var late = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), instructor: siv);
        await Given.ApprenticeshipAsync(startsOn: Today.AddDays(2).AddMonths(-6));

        var overview = await App.As(hr).RunAsync((ShowOverview use) => use.RunAsync());

        var talk = Assert.Single(overview.Overdue);
        Assert.Equal((late.Id, 1, "Siv Åmot"), (talk.Due.ApprenticeshipId, talk.Due.Number, talk.With));
        Assert.Equal((2, 1, 1), (overview.Active, overview.OverdueCount, overview.AheadCount));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(siv).RunAsync((ShowOverview use) => use.RunAsync()));
    }

    [BothDatabases]
    public async Task The_trends_count_the_last_six_months()
    {
        var hr = await Given.HrAsync();
        var siv = await Given.InstructorAsync("Siv Åmot");
        var one = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), instructor: siv, goals: 4);
        await App.ChangeAsync(async db =>
        {
            var entry = await db.Apprenticeships.FindAsync(one.Id);
            await db.Entry(entry!).Collection(a => a.Plan).LoadAsync();
            await db.Entry(entry!).Collection(a => a.Evaluations).LoadAsync();
            entry!.Plan[0].Rate(Level.Masters, null, Today.AddMonths(-2), siv.Id, App.Clock.GetUtcNow(), Today);
            var talk = entry.Evaluations.Single(e => e.Number == 1);
            talk.Hold(talk.DueOn, "Fint.", siv.Id, Today);
            db.Add(HandedIn.Entry(entry, Today, "Satte opp en server.", [entry.Plan[0]], App.Clock.GetUtcNow(), Today));
        });

        var trends = await App.As(hr).RunAsync((ShowTrends use) => use.RunAsync());

        Assert.Equal((6, 25.0, 0.0), (trends.Progress.Count, trends.Progress[^1].Documented, trends.Progress[0].Documented));
        Assert.Equal((1, 1), (trends.Talks.Sum(month => month.Due), trends.Talks.Sum(month => month.InTime)));
        Assert.Equal((26, 1), (trends.Log.Count, trends.Log[^1].Entries));
        Assert.Equal((new ShowTrends.Load("Siv Åmot", 1), 1.0), (Assert.Single(trends.Instructors), trends.PerInstructor));
    }

    private Task<ListApprenticeships.Result> ListAsync(Person person, ListQuery query) =>
        App.As(person).RunAsync((ListApprenticeships use) => use.RunAsync(query, Page.Number(1, ListApprenticeships.PageSize, null)));
}
