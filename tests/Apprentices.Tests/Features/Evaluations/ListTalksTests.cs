using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Evaluations;

public sealed class ListTalksTests : AppTests
{
    [BothDatabases]
    public async Task What_the_law_makes_overdue_comes_first_and_each_filter_keeps_its_own()
    {
        var instructor = await Given.InstructorAsync();
        var (overdue, soon) = (
            await Given.EvaluationAsync(App.Clock.Today.AddDays(-3), instructor: instructor),
            await Given.EvaluationAsync(App.Clock.Today.AddDays(9), instructor: instructor));

        Assert.Equal([overdue.Id, soon.Id], (await ListAsync(instructor, TalkFilter.All)).Rows.Take(2).Select(row => row.Id));
        Assert.Equal([overdue.Id], (await ListAsync(instructor, TalkFilter.Overdue)).Rows.Select(row => row.Id));
        Assert.Equal([soon.Id], (await ListAsync(instructor, TalkFilter.DueWithin30Days)).Rows.Select(row => row.Id));
        Assert.Empty((await ListAsync(instructor, TalkFilter.ToSign)).Rows);
        Assert.Equal(new ListTalks.Counts(8, 1, 1, 0), (await ListAsync(instructor, TalkFilter.ToSign)).Counts);
    }

    [BothDatabases]
    public async Task A_supervisor_sees_only_her_own_apprentices_talks_and_an_administrator_none()
    {
        await Given.EvaluationAsync(App.Clock.Today, instructor: await Given.InstructorAsync());

        Assert.Empty((await ListAsync(await Given.InstructorAsync(), TalkFilter.All)).Rows);
        var administrator = await Given.AdministratorAsync();
        await Assert.ThrowsAsync<NotAllowedException>(() => ListAsync(administrator, TalkFilter.All));
    }

    [BothDatabases]
    public async Task The_list_takes_as_many_statements_for_many_as_for_few()
    {
        var hr = await Given.HrAsync();
        await Given.EvaluationAsync(App.Clock.Today);
        var few = await App.Sql.CountAsync(() => ListAsync(hr, TalkFilter.All));
        for (var i = 0; i < 6; i++)
        {
            await Given.EvaluationAsync(App.Clock.Today.AddDays(i));
        }

        Assert.Equal(few, await App.Sql.CountAsync(() => ListAsync(hr, TalkFilter.All)));
    }

    private Task<ListTalks.Result> ListAsync(Person person, TalkFilter filter) =>
        App.As(person).RunAsync((ListTalks use) => use.RunAsync(filter, new(0, 50)));
}
