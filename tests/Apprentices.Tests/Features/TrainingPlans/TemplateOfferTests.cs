using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

/// <summary>A template is published again: what that offers the plans that follow it.</summary>
public sealed class TemplateOfferTests : AppTests
{
    private Person siv = null!;
    private Apprenticeship contract = null!;
    private PlanTemplate template = null!;

    [BothDatabases]
    public async Task What_the_template_changed_is_offered_beside_what_was_adapted_in_the_plan()
    {
        await FollowAsync();
        await AdaptAsync(TemplateExample.Desk, input => input.Method = "På egen hånd");
        await AdaptAsync(TemplateExample.Servers, input => input.HalfYear = 3);
        await App.PublishAsync(template, siv, t =>
        {
            Change(t, TemplateExample.Desk, terms => terms with { Documentation = "Logg" });
            Change(t, TemplateExample.Servers, terms => terms with { HalfYear = 4 });
            t.Add(TemplateExample.Terms("Kurs", 1), ["KM9005"]);
        }, "Nytt kurs");

        var offer = await OfferAsync();

        Assert.Equal((1, 2, "Nytt kurs", false), (offer!.Followed, offer.Edition, offer.Note, offer.IsDeclined));
        Assert.Equal([TemplateExample.Desk, TemplateExample.Servers, "Kurs"], offer.Lines.Select(line => line.Change.New!.Terms.Title));
        var (desk, servers, course) = (offer.Lines[0], offer.Lines[1], offer.Lines[2]);
        Assert.Equal([TaskField.Documentation], desk.Change.Fields);
        Assert.Equal([TaskField.Method], desk.Change.Adapted);
        Assert.Empty(desk.Change.Conflicts);
        Assert.Equal([TaskField.HalfYear], servers.Change.Conflicts);
        Assert.Equal((TaskDifferenceKind.Added, (int?)null), (course.Change.Kind, course.Version));
    }

    [BothDatabases]
    public async Task Takes_over_the_chosen_lines_and_leaves_the_others_as_the_plans_own()
    {
        await FollowAsync();
        await AdaptAsync(TemplateExample.Desk, input => input.Method = "På egen hånd");
        await App.PublishAsync(template, siv, t =>
        {
            Change(t, TemplateExample.Desk, terms => terms with { Documentation = "Logg", Method = "Skygge en kollega" });
            t.Remove(t.Task(TemplateExample.Servers));
            t.Add(TemplateExample.Terms("Kurs", 1), ["KM9005"]);
        });
        var offer = (await OfferAsync())!;

        await AcceptAsync(offer, line => line.Change.Kind != TaskDifferenceKind.Removed, keepOwn: true);

        var tasks = await App.TasksAsync(contract);
        Assert.Equal([TemplateExample.Desk, TemplateExample.Servers, "Kurs"], tasks.Select(task => task.Terms.Title));
        Assert.Equal(("Logg", "På egen hånd"), (tasks[0].Terms.Documentation, tasks[0].Terms.Method));
        Assert.Equal(["KM9005"], tasks[2].State.GoalCodes);
        Assert.Null(await OfferAsync());
        Assert.Equal(2, (await StandingAsync()).Template!.Edition);
    }

    [BothDatabases]
    public async Task The_templates_side_of_a_conflict_can_be_taken_and_a_removal_takes_no_goal_with_it()
    {
        await FollowAsync();
        await AdaptAsync(TemplateExample.Desk, input => input.Method = "På egen hånd");
        await App.PublishAsync(template, siv, t =>
        {
            Change(t, TemplateExample.Desk, terms => terms with { Method = "Skygge en kollega" });
            t.Remove(t.Task(TemplateExample.Servers));
        });

        await AcceptAsync((await OfferAsync())!, _ => true, keepOwn: false);

        var desk = Assert.Single(await App.TasksAsync(contract));
        Assert.Equal("Skygge en kollega", desk.Terms.Method);
        Assert.Equal(8, await App.DbAsync(db => db.PlannedGoals.CountAsync()));
    }

    [BothDatabases]
    public async Task Only_goals_may_change_and_the_same_offer_is_taken_over_once()
    {
        await FollowAsync();
        await App.PublishAsync(template, siv, t => t.Task(TemplateExample.Desk).Change(t.Task(TemplateExample.Desk).Terms, ["KM9001", "KM9008"]));
        var offer = (await OfferAsync())!;

        await AcceptAsync(offer, _ => true, keepOwn: false);

        Assert.Equal(["KM9001", "KM9008"], (await App.TasksAsync(contract))[0].State.GoalCodes);
        await Assert.ThrowsAsync<RuleException>(() => AcceptAsync(offer, _ => true, keepOwn: false));
    }

    [BothDatabases]
    public async Task A_task_that_was_adapted_after_the_offer_was_read_is_not_written_over()
    {
        await FollowAsync();
        await App.PublishAsync(template, siv, t => Change(t, TemplateExample.Desk, terms => terms with { Method = "Skygge en kollega" }));
        var offer = (await OfferAsync())!;
        await AdaptAsync(TemplateExample.Desk, input => input.Method = "På egen hånd");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => AcceptAsync(offer, _ => true, keepOwn: false));
        Assert.Equal("På egen hånd", (await App.TasksAsync(contract))[0].Terms.Method);
    }

    [BothDatabases]
    public async Task Declined_it_waits_no_more_can_be_looked_at_again_and_the_next_edition_is_offered_anew()
    {
        await FollowAsync();
        await App.PublishAsync(template, siv, t => t.Add(TemplateExample.Terms("Kurs", 1), []));
        Assert.Contains(await WaitingAsync(), task => task.Reason == WaitingReason.TemplateOffer);

        await App.As(siv).RunAsync((DeclineTemplateOffer use) => use.RunAsync(contract.Id, 2));

        Assert.DoesNotContain(await WaitingAsync(), task => task.Reason == WaitingReason.TemplateOffer);
        Assert.Equal(new ListPlanEditions.Followed("IT-drift", 1, 2, true), (await StandingAsync()).Template);
        Assert.True((await OfferAsync())!.IsDeclined);

        await App.PublishAsync(template, siv, t => t.Add(TemplateExample.Terms("Enda et kurs", 1), []));
        var offer = (await OfferAsync())!;
        Assert.Equal((1, 3, false), (offer.Followed, offer.Edition, offer.IsDeclined));
        Assert.Equal(["Kurs", "Enda et kurs"], offer.Lines.Select(line => line.Change.New!.Terms.Title));
        Assert.Contains(await WaitingAsync(), task => task.Reason == WaitingReason.TemplateOffer);
        await Assert.ThrowsAsync<RuleException>(() => App.As(siv).RunAsync((DeclineTemplateOffer use) => use.RunAsync(contract.Id, 2)));
    }

    [BothDatabases]
    public async Task An_edition_for_other_goals_than_hers_waits_until_her_plan_has_moved_to_them()
    {
        await FollowAsync();
        await App.ChangeAsync(async db =>
        {
            var curriculum = await db.Curricula.Include(c => c.AllGoals).Include(c => c.Editions).SingleAsync(c => c.Code == Given.CurriculumCode);
            curriculum.BeginEdition(App.Clock.GetUtcNow());
            curriculum.BeginEdition(App.Clock.GetUtcNow());
        });
        await App.ChangeAsync(async db =>
        {
            var row = await db.PlanTemplates.Include(t => t.Tasks).Include(t => t.Editions).SingleAsync(t => t.Id == template.Id);
            row.MoveTo(await db.Curricula.SingleAsync(c => c.Code == Given.CurriculumCode), new GoalSuccession([]));
            row.Add(TemplateExample.Terms("Kurs", 1), []);
            row.Publish(null, siv.Id, App.Clock.Today);
        });

        Assert.Null(await OfferAsync());
        Assert.Null((await StandingAsync()).Template!.Offered);
        Assert.DoesNotContain(await WaitingAsync(), task => task.Reason == WaitingReason.TemplateOffer);
    }

    private async Task FollowAsync()
    {
        siv = await Given.InstructorAsync();
        contract = await Given.ApprenticeshipAsync(instructor: siv);
        template = await App.TemplateAsync(siv);
        await App.As(siv).RunAsync((StartFromTemplate use) => use.RunAsync(contract.Id, template.Id));
    }

    private async Task AdaptAsync(string title, Action<TaskInput> adapt)
    {
        var task = (await App.TasksAsync(contract)).Single(task => task.Terms.Title == title);
        var input = new TaskInput { Title = title, HalfYear = task.Terms.HalfYear, Method = task.Terms.Method, GoalCodes = [.. task.State.GoalCodes], Version = task.Version };
        adapt(input);
        await App.As(siv).RunAsync((ChangePlanTask use) => use.RunAsync(task.Id, input));
    }

    private static void Change(PlanTemplate template, string title, Func<TaskTerms, TaskTerms> change) =>
        template.Task(title).Change(change(template.Task(title).Terms), template.Task(title).GoalCodes);

    private Task<ShowTemplateOffer.Offer?> OfferAsync() => App.As(siv).RunAsync((ShowTemplateOffer use) => use.RunAsync(contract.Id));

    private Task AcceptAsync(ShowTemplateOffer.Offer offer, Func<ShowTemplateOffer.Line, bool> chosen, bool keepOwn) => App.As(siv).RunAsync((AcceptTemplateOffer use) => use.RunAsync(
        contract.Id, offer.Edition, [.. offer.Lines.Where(chosen).Select(line => new AcceptTemplateOffer.Choice(line.Change.Key, keepOwn, line.Version))]));

    private async Task<ListPlanEditions.Standing> StandingAsync() => (await App.As(siv).RunAsync((ListPlanEditions use) => use.RunAsync(contract.Id)))!;

    private async Task<IReadOnlyList<WaitingTask>> WaitingAsync() => (await App.As(siv).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks;
}
