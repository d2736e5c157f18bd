using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class StartFromTemplateTests : AppTests
{
    [BothDatabases]
    public async Task The_plan_takes_over_the_tasks_with_her_own_goals_and_keeps_what_it_had()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var template = await App.TemplateAsync(siv);
        await App.As(siv).RunAsync((AddPlanTask use) => use.RunAsync(contract.Id, new TaskInput { Title = "Eget" }));

        await StartAsync(siv, contract, template);

        var tasks = await App.TasksAsync(contract);
        Assert.Equal(["Eget", TemplateExample.Desk, TemplateExample.Servers], tasks.Select(task => task.Terms.Title));
        Assert.Equal(["KM9001", "KM9002"], tasks[1].Goals.Select(goal => goal.Code).Order());
        Assert.All(tasks[1].Goals, goal => Assert.Equal(contract.Id, goal.ApprenticeshipId));
        var standing = await App.As(siv).RunAsync((ListPlanEditions use) => use.RunAsync(contract.Id));
        Assert.Equal(new ListPlanEditions.Followed("IT-drift", 1, null, false), standing!.Template);
    }

    [BothDatabases]
    public async Task Offers_the_published_templates_in_use_for_her_goals_each_in_its_newest_edition()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var template = await App.TemplateAsync(siv);
        await App.PublishAsync(template, siv, t => t.Add(TemplateExample.Terms("Kurs", 3), []));
        await App.TemplateAsync(siv, "Ikke gitt ut", published: false);
        await App.TemplateAsync(siv, "Et annet fag", "OTHER-01");
        var retired = await App.TemplateAsync(siv, "Ute av bruk");
        await App.ChangeAsync(async db => (await db.PlanTemplates.SingleAsync(t => t.Id == retired.Id)).Retire(App.Clock.Today));

        var rows = await App.As(siv).RunAsync((ListTemplatesForPlan use) => use.RunAsync(contract.Id));

        Assert.Equal(new ListTemplatesForPlan.Row(template.Id, "IT-drift", 2, App.Clock.Today, 3), Assert.Single(rows));
        await Assert.ThrowsAsync<RuleException>(() => StartAsync(siv, contract, retired));
    }

    [BothDatabases]
    public async Task A_template_of_another_trade_or_never_published_and_a_second_template_are_refused()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var template = await App.TemplateAsync(siv);
        var other = await App.TemplateAsync(siv, "Et annet fag", "OTHER-01");
        var draft = await App.TemplateAsync(siv, "Ikke gitt ut", published: false);

        await Assert.ThrowsAsync<RuleException>(() => StartAsync(siv, contract, other));
        await Assert.ThrowsAsync<RuleException>(() => StartAsync(siv, contract, draft));
        await StartAsync(siv, contract, template);
        await Assert.ThrowsAsync<RuleException>(() => StartAsync(siv, contract, template));
    }

    [BothDatabases]
    public async Task What_a_template_plans_after_a_short_training_is_planned_in_its_last_half_year()
    {
        var siv = await Given.InstructorAsync();
        var start = App.Clock.Today;
        var contract = await Given.ApprenticeshipAsync(instructor: siv, startsOn: start, endsOn: start.AddMonths(6).AddDays(-1));

        await StartAsync(siv, contract, await App.TemplateAsync(siv));

        Assert.Equal([1, 1], (await App.TasksAsync(contract)).Select(task => task.Terms.HalfYear));
    }

    private Task StartAsync(Person by, Apprenticeship contract, PlanTemplate template) =>
        App.As(by).RunAsync((StartFromTemplate use) => use.RunAsync(contract.Id, template.Id));
}
