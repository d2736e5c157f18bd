using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class ShowPlanTests : AppTests
{
    [BothDatabases]
    public async Task Shows_the_goals_by_half_year_with_what_is_documented_and_expected()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var contract = await Given.ApprenticeshipAsync(instructor: siv, goals: 8);

        var plan = await ShowAsync(siv, contract.Id);

        Assert.NotNull(plan);
        Assert.Equal([2, 2, 2, 2], plan.Halves.Select(half => half.Goals.Count));
        Assert.Equal(["Mål 1", "Mål 2"], plan.Halves[0].Goals.Select(goal => goal.Title.Nb));
        Assert.Equal((0, 2, 8), (plan.Documented, plan.Expected, plan.Total));
        Assert.Equal("Siv Åmot", plan.Instructor);
        Assert.True(plan is { MayAdjust: true, MayRate: true });
    }

    [BothDatabases]
    public async Task A_curriculum_without_goals_gives_a_plan_that_says_so()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(goals: 0);

        var plan = await ShowAsync(hr, contract.Id);

        Assert.False(plan!.HasGoals);
        Assert.Equal(0, plan.Expected);
    }

    [BothDatabases]
    public async Task Is_read_by_the_apprentice_her_supervisors_and_hr_and_by_nobody_else()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync();
        var tor = await Given.TrainingManagerAsync();
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv, trainingManager: tor);
        var other = await Given.ApprenticeshipAsync();

        foreach (var reader in new[] { mari, siv, tor, hr })
        {
            Assert.NotNull(await ShowAsync(reader, contract.Id));
        }

        var stranger = await App.DbAsync(db => db.People.SingleAsync(person => person.Id == other.PersonId));
        Assert.Null(await ShowAsync(stranger, contract.Id));
        Assert.Null(await ShowAsync(siv, other.Id));
        var administrator = await Given.AdministratorAsync();
        await Assert.ThrowsAsync<NotAllowedException>(() => ShowAsync(administrator, contract.Id));
    }

    [BothDatabases]
    public async Task The_apprentice_opens_her_own_plan_without_naming_it_and_cannot_change_it()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);

        var plan = await ShowAsync(mari, id: null);

        Assert.Equal(contract.Id, plan?.ApprenticeshipId);
        Assert.True(plan is { MayAdjust: false, MayRate: false });
    }

    [BothDatabases]
    public async Task Once_the_follow_up_has_ended_the_plan_is_closed()
    {
        var siv = await Given.InstructorAsync();
        var lise = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            row.Assign(await db.People.SingleAsync(p => p.Id == lise.Id), AssignmentRole.Instructor, App.Clock.Today);
        });

        Assert.Null(await ShowAsync(siv, contract.Id));
        Assert.NotNull(await ShowAsync(lise, contract.Id));
    }

    [BothDatabases]
    public async Task Needs_as_many_statements_for_forty_goals_as_for_four()
    {
        var hr = await Given.HrAsync();
        var small = await Given.ApprenticeshipAsync(curriculum: "SMALL-01", goals: 4);
        var large = await Given.ApprenticeshipAsync(curriculum: "LARGE-01", goals: 40);

        // Who reads for the first time in a while is noted, which is asked and written besides.
        _ = (await ShowAsync(hr, small.Id), await ShowAsync(hr, large.Id));
        var few = await App.Sql.CountAsync(() => ShowAsync(hr, small.Id));
        var many = await App.Sql.CountAsync(() => ShowAsync(hr, large.Id));

        Assert.Equal(8, few);
        Assert.Equal(few, many);
    }

    private Task<ShowPlan.Plan?> ShowAsync(Person reader, Guid? id) => App.As(reader).RunAsync((ShowPlan use) => use.RunAsync(id));
}
