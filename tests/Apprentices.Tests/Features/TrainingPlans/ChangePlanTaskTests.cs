using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class ChangePlanTaskTests : AppTests
{
    [BothDatabases]
    public async Task A_task_is_added_with_its_goals_place_and_weeks_and_shown_with_its_days()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var place = await Given.WorkplaceAsync("Brukerstøtte");
        var contract = await Given.ApprenticeshipAsync(instructor: siv, startsOn: new DateOnly(2026, 1, 1));

        await AddAsync(siv, contract, new TaskInput
        {
            Title = " Kurs i nettverk ",
            Kind = TaskKind.Course,
            HalfYear = 2,
            FromWeek = 3,
            ToWeek = 4,
            WorkplaceId = place.Id,
            Method = "Kurs på to dager",
            Documentation = "Kursbevis",
            GoalCodes = ["KM9001", "KM9004", "KM0000"],
        });

        var plan = await ShowAsync(siv, contract);
        var task = Assert.Single(plan.Tasks);
        Assert.Equal(("Kurs i nettverk", TaskKind.Course, "Kursbevis"), (task.State.Terms.Title, task.State.Terms.Kind, task.State.Terms.Documentation));
        Assert.Equal((new DateOnly(2026, 7, 15), new DateOnly(2026, 7, 28)), (task.FromOn, task.ToOn));
        Assert.Equal(("Brukerstøtte", "Siv Åmot"), (plan.Names.Where(task.State.Terms), plan.Names.Who(task.State.Terms)));
        Assert.Equal(["KM9001", "KM9004"], task.State.GoalCodes);
        Assert.Equal(6, plan.GoalsWithoutTask.Count());
    }

    [BothDatabases]
    public async Task The_later_of_two_who_change_the_same_task_is_refused_even_where_only_its_goals_change()
    {
        var (siv, hr) = (await Given.InstructorAsync(), await Given.HrAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var id = await AddAsync(siv, contract, new TaskInput { Title = "Eget", GoalCodes = ["KM9001"] });

        await ChangeAsync(siv, id, 0, new TaskInput { Title = "Eget", GoalCodes = ["KM9002"] });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ChangeAsync(hr, id, 0, new TaskInput { Title = "Eget", GoalCodes = ["KM9003"] }));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((RemovePlanTask use) => use.RunAsync(id, 0)));
        Assert.Equal(["KM9002"], (await App.TasksAsync(contract)).Single().State.GoalCodes);
    }

    [BothDatabases]
    public async Task Removing_a_task_takes_no_goal_no_rating_and_no_entry_of_the_log_with_it()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var id = await AddAsync(siv, contract, new TaskInput { Title = "Eget", GoalCodes = ["KM9001"] });
        await App.As(siv).RunAsync((RateGoal use) => use.RunAsync(new RateGoal.Input { GoalId = contract.Plan[0].Id, Level = Level.Masters, RatedOn = App.Clock.Today }));
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
            db.Add(HandedIn.Entry(row, App.Clock.Today, "Satte opp en tjener.", [row.Plan.Single(goal => goal.Code == "KM9001")], App.Clock.GetUtcNow(), App.Clock.Today));
        });

        await App.As(siv).RunAsync((RemovePlanTask use) => use.RunAsync(id, 0));

        Assert.Empty(await App.TasksAsync(contract));
        Assert.Equal((8, 1, 1), await App.DbAsync(async db => (await db.PlannedGoals.CountAsync(), await db.GoalRatings.CountAsync(), await db.LogEntries.CountAsync())));
    }

    [BothDatabases]
    public async Task A_half_year_a_week_or_a_workplace_that_is_not_there_is_refused()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync();

        await Assert.ThrowsAsync<RuleException>(() => AddAsync(hr, contract, new TaskInput { Title = "Eget", HalfYear = 5 }));
        await Assert.ThrowsAsync<RuleException>(() => AddAsync(hr, contract, new TaskInput { Title = "Eget", FromWeek = 5, ToWeek = 4 }));
        await Assert.ThrowsAsync<RuleException>(() => AddAsync(hr, contract, new TaskInput { Title = "Eget", WorkplaceId = Guid.CreateVersion7() }));
    }

    [BothDatabases]
    public async Task Nobody_adapts_her_own_plan_whatever_else_she_is()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice | Roles.Hr);
        var contract = await Given.ApprenticeshipAsync(mari);
        var id = await AddAsync(await Given.HrAsync(), contract, new TaskInput { Title = "Eget" });

        await Assert.ThrowsAsync<NotThereException>(() => AddAsync(mari, contract, new TaskInput { Title = "Mer" }));
        await Assert.ThrowsAsync<NotThereException>(() => ChangeAsync(mari, id, 0, new TaskInput { Title = "Mer" }));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(mari).RunAsync((RemovePlanTask use) => use.RunAsync(id, 0)));
    }

    [BothDatabases]
    public async Task The_official_words_of_a_goal_stand_beside_our_title_and_say_their_language()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync();
        await App.ChangeAsync(async db => (await db.Goals.SingleAsync(goal => goal.Code == "KM9001")).Word(new OfficialText("gjere ei prøve", "nno", null, "gjere ei prøve", null)));

        var goal = (await ShowAsync(hr, contract)).Halves[0].Goals[0];

        Assert.Equal(("gjere ei prøve", "nn"), goal.Wording.In(Language.English));
    }

    private Task<Guid> AddAsync(Person by, Apprenticeship contract, TaskInput input) => App.As(by).RunAsync((AddPlanTask use) => use.RunAsync(contract.Id, input));

    private Task ChangeAsync(Person by, Guid id, int version, TaskInput input)
    {
        input.Version = version;
        return App.As(by).RunAsync((ChangePlanTask use) => use.RunAsync(id, input));
    }

    private async Task<ShowPlan.Plan> ShowAsync(Person by, Apprenticeship contract) => (await App.As(by).RunAsync((ShowPlan use) => use.RunAsync(contract.Id)))!;
}
