using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Deadlines;

public sealed class ListDeadlinesTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task What_the_law_makes_overdue_stands_first_then_what_else_is_overdue_then_by_day()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-6).AddDays(9));

        var rows = (await ListAsync(hr)).Rows;

        Assert.Equal((DutyKind.HalfYearTalk, DutyKind.HalfYearTalk), (rows[0].Due.Kind, rows[^1].Due.Kind));
        Assert.Equal(
            rows.OrderBy(row => row.Due.IsOverdueByLaw(Today) ? 0 : row.Due.IsOverdue(Today) ? 1 : 2).ThenBy(row => row.Due.ActOn).Select(row => row.Due.Id),
            rows.Select(row => row.Due.Id));
        Assert.Equal(6, rows.Count(row => row.Due.IsOverdue(Today) && row.Due.Basis == DutyBasis.HouseRule));
        Assert.True(rows[0].Due.IsOverdueByLaw(Today));
        Assert.All(rows.Skip(1), row => Assert.False(row.Due.IsOverdueByLaw(Today)));
        Assert.Equal(Today.AddDays(8), rows[^1].Due.ActOn);
    }

    [BothDatabases]
    public async Task On_the_same_day_the_law_stands_before_the_house_rule()
    {
        var hr = await Given.HrAsync();
        await App.ChangeAsync(async db => await db.AddAsync(
            ChecklistPoint.For(ChecklistPhase.End, new LocalText("Lever inn utstyr", "Lever inn utstyr", "Hand in equipment"), 0, DutyRole.Mentor)));
        await Given.ApprenticeshipAsync(startsOn: Today.AddYears(-2).AddDays(11));
        await RefreshAsync();

        var last = (await ListAsync(hr, new DeadlineQuery(DeadlineFilter.Next30Days))).Rows.Where(row => row.Due.ActOn == Today.AddDays(10)).ToList();

        Assert.Equal(last.Select(row => row.Due.Basis).Order(), last.Select(row => row.Due.Basis));
        Assert.Equal(DutyBasis.Law, last[0].Due.Basis);
        Assert.Contains(last, row => row is { Due.Basis: DutyBasis.HouseRule, Title: "Lever inn utstyr" });
    }

    [BothDatabases]
    public async Task Each_filter_shows_as_many_as_it_says_and_agrees_with_the_rows_own_words()
    {
        var (hr, manager) = (await Given.HrAsync(), await Given.TrainingManagerAsync());
        var one = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), trainingManager: manager);
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-23), enteredOn: Today.AddMonths(-3));
        await ChangeAsync(one.Id, DutyKind.PlanInPlace, duty => duty.MarkDone(Today.AddDays(-3), manager.Id, Today));
        await ChangeAsync(one.Id, DutyKind.ContractApproved, duty => duty.Waive("Gjort på papir", Today, hr.Id));
        await ChangeAsync(one.Id, DutyKind.Accommodation, duty => duty.MarkSent(Today, hr.Id, Today));

        Dictionary<DeadlineFilter, Func<DueRow, bool>> filters = new()
        {
            [DeadlineFilter.NeedsAction] = row => row.State == DutyState.Open && row.ActOn <= Today.AddDays(30),
            [DeadlineFilter.Overdue] = row => row.IsOverdue(Today),
            [DeadlineFilter.Next30Days] = row => row.State == DutyState.Open && row.ActOn >= Today && row.ActOn <= Today.AddDays(30),
            [DeadlineFilter.Sent] = row => row is { State: DutyState.Open, SentOn: not null },
            [DeadlineFilter.FromBefore] = row => row.State == DutyState.BeforeSystem,
            [DeadlineFilter.Done] = row => row.State is DutyState.Done or DutyState.Waived,
            [DeadlineFilter.Open] = row => row.State == DutyState.Open,
        };
        foreach (var (filter, fits) in filters)
        {
            var list = await ListAsync(hr, new DeadlineQuery(filter));
            Assert.NotEmpty(list.Rows);
            Assert.All(list.Rows, row => Assert.True(fits(row.Due), $"{filter}: {row.Due.Kind}"));
            Assert.Equal(list.Hits.Of(filter), list.Rows.Count);
        }

        Assert.Equal(2, (await ListAsync(hr, new DeadlineQuery(DeadlineFilter.Done))).Rows.Count);
        Assert.Equal(DutyKind.Accommodation, Assert.Single((await ListAsync(hr, new DeadlineQuery(DeadlineFilter.Sent))).Rows).Due.Kind);
    }

    [BothDatabases]
    public async Task The_list_says_overdue_of_the_same_talks_and_duties_as_they_do_themselves()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-25));

        var listed = (await ListAsync(hr, new DeadlineQuery(DeadlineFilter.Overdue))).Rows;

        var talks = await App.DbAsync(db => db.Evaluations.Where(Evaluation.OverdueOn(Today)).Select(talk => talk.Id).ToListAsync());
        var duties = await App.DbAsync(db => db.TrackedDuties.Where(TrackedDuty.OverdueOn(Today)).Select(duty => duty.Id).ToListAsync());
        var byLaw = await App.DbAsync(db => db.TrackedDuties.Where(TrackedDuty.OverdueByLawOn(Today)).Select(duty => duty.Id).ToListAsync());
        Assert.Equal(talks.Concat(duties).Order(), listed.Select(row => row.Due.Id).Order());
        Assert.Equal(talks.Concat(byLaw).Order(), listed.Where(row => row.Due.IsOverdueByLaw(Today)).Select(row => row.Due.Id).Order());
        Assert.NotEmpty(byLaw);
    }

    [BothDatabases]
    public async Task Pages_cut_talks_and_duties_as_one_list()
    {
        var hr = await Given.HrAsync();
        for (var i = 0; i < 4; i++)
        {
            await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7).AddDays(i));
        }

        var query = new DeadlineQuery(DeadlineFilter.Open);
        var whole = await ListAsync(hr, query, new Page(0, 500));
        var pages = new List<Guid>();
        for (var page = 1; pages.Count < whole.Hits.Open; page++)
        {
            var rows = (await ListAsync(hr, query, Page.Number(page, ListDeadlines.PageSize, null))).Rows;
            Assert.InRange(rows.Count, 1, ListDeadlines.PageSize);
            pages.AddRange(rows.Select(row => row.Due.Id));
        }

        Assert.Equal(whole.Rows.Select(row => row.Due.Id), pages);
        Assert.Contains(whole.Rows, row => row.Due.IsTalk);
    }

    [BothDatabases]
    public async Task A_supervisor_begins_with_what_she_sees_to_herself_and_may_see_the_rest_of_hers()
    {
        var (siv, frida) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Frida Lie"));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), instructor: siv, trainingManager: frida);
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));

        var mine = await ListAsync(siv);
        Assert.True(mine.OnlyMine);
        Assert.Equal([DutyKind.HalfYearTalk, DutyKind.StartTalk], mine.Rows.Select(row => row.Due.Kind));
        Assert.Equal("Siv Åmot", mine.Rows[0].Responsible);

        var all = await ListAsync(siv, new DeadlineQuery(Person: DeadlineQuery.Anybody));
        Assert.Equal([DutyKind.HalfYearTalk, DutyKind.PlanInPlace, DutyKind.ContractApproved, DutyKind.StartTalk], all.Rows.Select(row => row.Due.Kind));
        Assert.Equal("Frida Lie", all.Rows[1].Responsible);
        Assert.Equal([DutyKind.PlanInPlace], (await ListAsync(siv, new DeadlineQuery(Person: frida.Id.ToString()))).Rows.Select(row => row.Due.Kind));
    }

    [BothDatabases]
    public async Task Who_stands_in_for_the_instructor_sees_her_duties_as_her_own()
    {
        var (siv, deputy) = (await Given.InstructorAsync(), await Given.InstructorAsync());
        var contract = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), instructor: siv);
        await App.ChangeAsync(async db =>
        {
            db.Attach(deputy);
            (await db.Apprenticeships.WithDuties().SingleAsync(a => a.Id == contract.Id)).Deputise(deputy, AssignmentRole.Instructor, Today, Today.AddDays(5));
        });

        var rows = (await ListAsync(deputy)).Rows;

        Assert.Equal([DutyKind.HalfYearTalk, DutyKind.StartTalk], rows.Select(row => row.Due.Kind));
        Assert.All(rows, row => Assert.Equal($"{siv.GivenName} {siv.FamilyName}", row.Responsible));
    }

    [BothDatabases]
    public async Task Narrows_to_a_kind_a_trade_and_a_workplace()
    {
        var hr = await Given.HrAsync();
        var one = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), workplace: "Bodø", curriculum: "TEST02-01");
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));

        Assert.Equal(2, (await ListAsync(hr, new DeadlineQuery(Kind: DutyKind.PlanInPlace))).Rows.Count);
        Assert.All((await ListAsync(hr, new DeadlineQuery(Trade: "TEST02-01"))).Rows, row => Assert.Equal(one.Id, row.Due.ApprenticeshipId));
        Assert.Equal(4, (await ListAsync(hr, new DeadlineQuery(Workplace: one.WorkplaceId))).Hits.NeedsAction);
        var choices = await App.As(hr).RunAsync((ListDeadlineChoices use) => use.RunAsync());
        Assert.Equal((2, 2), (choices.Trades.Count, choices.Workplaces.Count));
    }

    [BothDatabases]
    public async Task An_apprentice_sees_her_own_and_nobody_but_HR_what_is_the_employers()
    {
        var (hr, mari, siv) = (await Given.HrAsync(), await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync(mari, startsOn: Today.AddMonths(-7), instructor: siv);
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));
        await RefreshAsync();
        var everything = new DeadlineQuery(DeadlineFilter.Open, Person: DeadlineQuery.Anybody);

        var own = await ListAsync(mari, everything);
        Assert.True(own.OnlyOwn);
        Assert.All(own.Rows, row => Assert.Equal((hers.Id, true, false), (row.Due.ApprenticeshipId, row.IsOwn, row.MayFinish)));
        Assert.DoesNotContain((await ListAsync(siv, everything)).Rows, row => row.Due.ApprenticeshipId is null);
        Assert.Contains((await ListAsync(hr, everything)).Rows, row => row is { Due.Kind: DutyKind.ApprenticeSurvey, Apprentice: null });
        Assert.Contains((await ListAsync(hr, everything)).Rows, row => row is { Due.Kind: DutyKind.AnnualReport, Title: "Årsrapport til Oslo for 2026" });
        await Assert.ThrowsAsync<NotAllowedException>(async () => await ListAsync(await Given.AdministratorAsync()));
    }

    [BothDatabases]
    public async Task The_file_holds_what_the_list_shows_and_no_formula()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "=cmd Ås"), startsOn: Today.AddMonths(-7));

        var text = await ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadDeadlines use) => use.RunAsync(new DeadlineQuery(Kind: DutyKind.HalfYearTalk), output)));

        var lines = text.Split("\r\n");
        Assert.StartsWith("\uFEFFHva;Etternavn;Fornavn;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Halvårssamtale 1;Ås;'=cmd;Prøvefaget;Drift;Lov;15.02.2026;14.08.2026;", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    private Task<int> RefreshAsync() => App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());

    private Task ChangeAsync(Guid apprenticeship, DutyKind kind, Action<TrackedDuty> change) => App.ChangeAsync(async db =>
        change(await db.TrackedDuties.SingleAsync(duty => duty.ApprenticeshipId == apprenticeship && duty.Kind == kind)));

    private Task<ListDeadlines.Result> ListAsync(Person person, DeadlineQuery? query = null, Page? page = null) =>
        App.As(person).RunAsync((ListDeadlines use) => use.RunAsync(query ?? new DeadlineQuery(), page ?? new Page(0, 100)));
}
