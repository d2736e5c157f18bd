using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class AdjustPlanTests : AppTests
{
    [BothDatabases]
    public async Task Moving_a_goal_spreads_the_expected_days_of_both_half_years_anew()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(startsOn: new DateOnly(2026, 1, 1), instructor: siv, goals: 8);
        var moved = contract.Plan[0];

        await AdjustAsync(siv, Input(moved, halfYear: 4));

        var goals = await App.DbAsync(db => db.PlannedGoals.OrderBy(goal => goal.Order).ToListAsync());
        Assert.Equal(4, goals[0].HalfYear);
        // Alone in its half-year now, the second goal is expected on its last day; the first is the first of three in the fourth.
        Assert.Equal(new DateOnly(2026, 6, 30), goals[1].ExpectedOn);
        Assert.Equal(new DateOnly(2027, 8, 31), goals[0].ExpectedOn);
    }

    [BothDatabases]
    public async Task Names_a_responsible_who_follows_up_the_apprentice()
    {
        var tor = await Given.TrainingManagerAsync();
        var stranger = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(trainingManager: tor);
        var hr = await Given.HrAsync();

        await AdjustAsync(hr, Input(contract.Plan[0], halfYear: 1, responsible: tor));
        Assert.Equal(tor.Id, await App.DbAsync(db => db.PlannedGoals.Where(goal => goal.Id == contract.Plan[0].Id).Select(goal => goal.ResponsibleId).SingleAsync()));

        await Assert.ThrowsAsync<RuleException>(() => AdjustAsync(hr, Input(contract.Plan[1], halfYear: 1, responsible: stranger)));
    }

    [BothDatabases]
    public async Task The_later_of_two_who_change_the_same_goal_is_refused_and_overwrites_nothing()
    {
        var siv = await Given.InstructorAsync();
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var asBothOpenedIt = contract.Plan[0];

        await AdjustAsync(siv, Input(asBothOpenedIt, halfYear: 2));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => AdjustAsync(hr, Input(asBothOpenedIt, halfYear: 3)));

        Assert.Equal(2, await App.DbAsync(db => db.PlannedGoals.Where(goal => goal.Id == asBothOpenedIt.Id).Select(goal => goal.HalfYear).SingleAsync()));
    }

    [BothDatabases]
    public async Task Is_for_hr_and_the_apprentices_own_supervisors()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var stranger = await Given.InstructorAsync();
        var administrator = await Given.AdministratorAsync();
        var contract = await Given.ApprenticeshipAsync(mari);
        var input = Input(contract.Plan[0], halfYear: 2);

        await Assert.ThrowsAsync<NotAllowedException>(() => AdjustAsync(mari, input));
        await Assert.ThrowsAsync<NotAllowedException>(() => AdjustAsync(administrator, input));
        await Assert.ThrowsAsync<NotThereException>(() => AdjustAsync(stranger, input));
    }

    [BothDatabases]
    public async Task A_half_year_the_training_does_not_have_is_refused()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync();

        await Assert.ThrowsAsync<RuleException>(() => AdjustAsync(hr, Input(contract.Plan[0], halfYear: 5)));
    }

    private Task AdjustAsync(Person by, AdjustPlan.Input input) => App.As(by).RunAsync((AdjustPlan use) => use.RunAsync(input));

    private static AdjustPlan.Input Input(PlannedGoal goal, int halfYear, Person? responsible = null) => new()
    {
        GoalId = goal.Id,
        HalfYear = halfYear,
        ResponsibleId = responsible?.Id,
        Version = goal.Version,
    };
}
