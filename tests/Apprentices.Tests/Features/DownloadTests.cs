using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Money;
using Apprentices.Features.People;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features;

/// <summary>Every list as a file: what it holds, in both forms, and over HTTP to whom.</summary>
public sealed class DownloadTests : AppTests
{
    [BothDatabases]
    public async Task Every_list_is_there_in_both_forms_and_says_the_same()
    {
        var (hr, liv, siv) = (await Given.HrAsync(), await Given.PersonAsync(Roles.Apprentice, "Liv =Lund"), await Given.InstructorAsync("Siv Åmot"));
        var hers = await App.PortfolioAsync(liv, siv);
        var template = await Given.TemplateAsync(publisher: siv);
        await Given.FollowAsync(hers, template);
        using var client = App.ClientOf(hr);
        using var instructors = App.ClientOf(siv);
        string[] lists =
        [
            ApprenticeshipLinks.List, DeadlineQueryOfAll, PeopleLinks.List, EvaluationLinks.Talks, MoneyLinks.Grants, ApprenticeshipLinks.Money(hers.Id), ApprenticeshipLinks.Plan(hers.Id),
            ApprenticeshipLinks.Log(hers.Id), PlanTemplateLinks.Coverage(template.Id), PlanTemplateLinks.Followers(template.Id), PlanTemplateLinks.HouseCoverage,
            StandingsLinks.Load, new StandingsQuery(AttentionFilter.Waiting, Days: 1).Address(StandingsLinks.Behind), ProgressLogLinks.Approvals, EvaluationFormLinks.Figures,
        ];

        foreach (var list in lists)
        {
            var reader = list == ProgressLogLinks.Approvals ? instructors : client;
            var sheet = ListRead.Excel(await reader.GetByteArrayAsync(new Uri(ListFormat.Excel.In(list), UriKind.Relative)));
            var csv = await reader.GetStringAsync(new Uri(ListFormat.Csv.In(list), UriKind.Relative));

            Assert.False(sheet.HasFormula);
            Assert.True(sheet.Rows.Count > 1, $"{list} is empty");
            Assert.Equal(1, sheet.FrozenRows);
            Assert.StartsWith(string.Join(';', sheet.Rows[0].Values.Select(header => header.Value)), csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        }
    }

    private static string DeadlineQueryOfAll => new DeadlineQuery(DeadlineFilter.Open, Person: DeadlineQuery.Anybody).Address(DeadlineLinks.List);

    [BothDatabases]
    public async Task The_log_as_a_file_has_days_states_and_goals_and_leaves_out_what_is_not_handed_in()
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), await Given.InstructorAsync());
        var hers = await App.PortfolioAsync(liv, siv);

        var own = await ListRead.ExcelAsync(output => App.As(liv).RunAsync((DownloadLog use) => use.RunAsync(hers.Id, output)));
        var supervisors = await ListRead.ExcelAsync(output => App.As(siv).RunAsync((DownloadLog use) => use.RunAsync(hers.Id, output)));

        Assert.Equal((5, 4), (own.Rows.Count, supervisors.Rows.Count));
        Assert.Equal((App.Clock.Today, PortfolioExample.NotHandedIn, LogTexts.StateOpen), (own.Rows[1]["A"].Day, own.Rows[1]["C"].Value, own.Rows[1]["H"].Value));
        var approved = supervisors.Rows[1];
        Assert.Equal((App.Clock.Today.AddDays(-11), LogTexts.StateApproved, 90d, 2d), (approved["A"].Day, approved["H"].Value, approved["G"].Number, approved["L"].Number));
        Assert.Equal(2, approved["E"].Value.Split('\n').Length);
        await Assert.ThrowsAsync<NotThereException>(() => ListRead.CsvAsync(output => App.AsConsole().RunAsync((DownloadLog use) => use.RunAsync(Guid.CreateVersion7(), output))));
    }

    [BothDatabases]
    public async Task The_plan_as_a_file_has_a_line_for_each_goal_with_its_latest_rating()
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync("Siv Åmot"));
        var hers = await App.PortfolioAsync(liv, siv);

        var plan = await ListRead.ExcelAsync(output => App.As(liv).RunAsync((DownloadPlan use) => use.RunAsync(hers.Id, output)));

        Assert.Equal(9, plan.Rows.Count);
        var rated = Assert.Single(plan.Rows.Skip(1), row => row.ContainsKey("F"));
        Assert.Equal((LevelTexts.Masters, App.Clock.Today.AddDays(-4), "Siv Åmot"), (rated["E"].Value, rated["F"].Day, rated["G"].Value));
    }

    /// <summary>A header in the reader's language; what the address does not narrow is all of it, not a page.</summary>
    [BothDatabases]
    public async Task A_list_is_in_the_language_of_its_reader_and_has_all_rows()
    {
        var hr = await Given.HrAsync();
        for (var i = 0; i < ListPeople.PageSize + 2; i++)
        {
            await Given.PersonAsync(Roles.Instructor);
        }

        using var client = App.ClientOf(hr);
        client.DefaultRequestHeaders.Add("Cookie", $"{Cultures.Cookie}=en-GB");
        var sheet = ListRead.Excel(await client.GetByteArrayAsync(new Uri(ListFormat.Excel.In(PeopleLinks.List), UriKind.Relative)));

        Assert.Equal(("People", "Name"), (sheet.Name, sheet.Rows[0]["A"].Value));
        Assert.Equal(ListPeople.PageSize + 4, sheet.Rows.Count);
    }

    [Theory]
    [InlineData(ListFormat.Excel)]
    [InlineData(ListFormat.Csv)]
    public async Task Who_may_not_see_a_list_is_told_it_is_not_there(ListFormat format)
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync(liv);

        foreach (var (reader, list) in new[] { (siv, PeopleLinks.List), (liv, EvaluationLinks.Talks), (siv, ApprenticeshipLinks.Log(hers.Id)), (siv, ApprenticeshipLinks.Plan(hers.Id)), (liv, PlanTemplateLinks.HouseCoverage) })
        {
            using var client = App.ClientOf(reader);
            using var answer = await client.GetAsync(new Uri(format.In(list), UriKind.Relative));
            Assert.Equal((list, HttpStatusCode.NotFound), (list, answer.StatusCode));
        }
    }
}
