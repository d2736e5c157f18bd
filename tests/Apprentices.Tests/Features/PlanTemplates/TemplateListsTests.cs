using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.PlanTemplates;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.PlanTemplates;

/// <summary>The list of templates, their followers, and what the house as a whole teaches.</summary>
public sealed class TemplateListsTests : AppTests
{
    [BothDatabases]
    public async Task Says_of_each_template_what_it_lacks_and_whether_it_has_changed_since_its_edition()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);
        await Given.FollowAsync(await Given.ApprenticeshipAsync(), template);

        var row = await RowAsync(hr);
        Assert.Equal((2, 8, 5, 1, App.Clock.Today, false, 1), (row.Tasks, row.Goals, row.Gaps, row.Published, row.PublishedOn, row.HasChanges, row.Followers));

        await App.As(hr).RunAsync((AddTemplateTask use) => use.RunAsync(template.Id, new TaskInput { Title = "Ny", GoalCodes = ["KM9004", "KM9005"] }));
        row = await RowAsync(hr);
        Assert.Equal((3, 3, true), (row.Tasks, row.Gaps, row.HasChanges));
    }

    [BothDatabases]
    public async Task A_supervisor_sees_the_followers_she_may_see_and_how_many_there_are()
    {
        var (siv, lise, hr) = (await Given.InstructorAsync(), await Given.InstructorAsync(), await Given.HrAsync());
        var template = await Given.TemplateAsync(publisher: hr);
        var (hers, other) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: lise));
        var ended = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddYears(-3), instructor: siv);
        foreach (var follower in new[] { hers, other, ended })
        {
            await Given.FollowAsync(follower, template);
        }

        var seen = await FollowersAsync(siv, template);
        Assert.Equal([hers.Id], seen.Rows.Select(row => row.Id));
        Assert.Equal((1, 2), (seen.Visible, seen.All));
        Assert.Equal((2, 2), await FollowersAsync(hr, template) is var all ? (all.Visible, all.All) : default);
        Assert.Equal(0, (await FollowersAsync(await Given.InstructorAsync(), template)).Visible);
    }

    [BothDatabases]
    public async Task Tells_whether_the_latest_edition_is_taken_over_offered_or_declined()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);
        var (waiting, declined) = (await Given.ApprenticeshipAsync(), await Given.ApprenticeshipAsync());
        await Given.FollowAsync(waiting, template);
        await Given.FollowAsync(declined, template);
        Assert.All((await FollowersAsync(hr, template)).Rows, row => Assert.Equal((1, FollowerState.UpToDate), (row.Edition, row.State)));

        await App.As(hr).RunAsync((AddTemplateTask use) => use.RunAsync(template.Id, new TaskInput { Title = "Ny" }));
        var seen = (await App.As(hr).RunAsync((ShowTemplate use) => use.RunAsync(template.Id)))!.State;
        await App.As(hr).RunAsync((PublishTemplate use) => use.RunAsync(new PublishTemplate.Input { Id = template.Id, Seen = seen }));
        await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == declined.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TemplateDeclined, 2)));

        var followers = await FollowersAsync(hr, template);
        Assert.Equal([(waiting.Id, FollowerState.Offered), (declined.Id, FollowerState.Declined)], followers.Rows.Select(row => (row.Id, row.State)));
        Assert.Equal((2, 1, 1), (followers.All, followers.Offered, followers.Declined));
        Assert.Single((await FollowersAsync(hr, template, new Page(1, 1))).Rows);
    }

    [BothDatabases]
    public async Task Shows_which_workplace_teaches_which_goal_and_what_nobody_teaches()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);
        var (one, other) = (await Given.ApprenticeshipAsync(workplace: "Brukerstøtte"), await Given.ApprenticeshipAsync());
        await Given.ApprenticeshipAsync();
        await Given.FollowAsync(one, template);
        await Given.FollowAsync(other, template);
        var (drift, support) = (await Given.WorkplaceAsync(), await Given.WorkplaceAsync("Brukerstøtte"));

        var coverage = await App.As(hr).RunAsync((ShowHouseCoverage use) => use.RunAsync(null));

        Assert.Equal((Given.CurriculumCode, 3, 2), (coverage.Shown!.Code, coverage.Plans, coverage.PlansWithTasks));
        Assert.Equal(["Brukerstøtte", "Drift"], coverage.Workplaces.Select(place => place.Name));
        Assert.Equal((2, 1), (coverage.Goals[0].Plans, coverage.Goals[0].Templates));
        Assert.Equal(2, coverage.Goals[0].At[drift.Id]);

        // The course has no workplace: it counts where each of them works.
        Assert.Equal((1, 1), (coverage.Goals[2].At[support.Id], coverage.Goals[2].At[drift.Id]));
        Assert.Equal(["KM9004", "KM9005", "KM9006", "KM9007", "KM9008"], coverage.TaughtNowhere.Select(goal => goal.Code));
    }

    [BothDatabases]
    public async Task What_only_a_published_template_teaches_is_planned_there_and_in_no_plan_yet()
    {
        var siv = await Given.InstructorAsync();
        await Given.TemplateAsync(publisher: siv);
        var drift = await Given.WorkplaceAsync();

        var goal = (await App.As(siv).RunAsync((ShowHouseCoverage use) => use.RunAsync(Given.CurriculumCode))).Goals[0];

        Assert.Equal((0, 1, 0, false), (goal.Plans, goal.Templates, goal.At[drift.Id], goal.IsTaughtNowhere));
    }

    private async Task<ListTemplates.Row> RowAsync(Person person) =>
        Assert.Single(Assert.Single((await App.As(person).RunAsync((ListTemplates use) => use.RunAsync())).Trades).Templates);

    private async Task<ListTemplateFollowers.Result> FollowersAsync(Person person, PlanTemplate template, Page? page = null) =>
        (await App.As(person).RunAsync((ListTemplateFollowers use) => use.RunAsync(template.Id, page ?? new Page(0, 25))))!;
}
