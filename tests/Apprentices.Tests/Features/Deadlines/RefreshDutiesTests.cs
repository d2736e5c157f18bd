using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Deadlines;

public sealed class RefreshDutiesTests : AppTests
{
    [BothDatabases]
    public async Task What_was_chosen_for_a_later_day_holds_once_it_has_come_and_plan_and_talks_stay_as_they_were()
    {
        var contract = await Given.ApprenticeshipAsync(workplace: "Drift");
        var next = await Given.WorkplaceAsync("Brukerstøtte");
        await App.ChangeAsync(async db => (await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id))
            .Record(new WorkplaceChanged(App.Clock.Today.AddDays(3), next.Id), Decider.Employer, App.Clock.Today));
        App.Clock.Set(App.Clock.Today.AddDays(3));

        await App.AsNobody().RunAsync((RefreshDuties use) => use.RunAsync());

        var after = await App.DbAsync(db => db.Apprenticeships.WithRecord().AsNoTracking().SingleAsync(a => a.Id == contract.Id));
        Assert.Equal(next.Id, after.WorkplaceId);
        Assert.Equal(
            contract.Evaluations.Select(talk => (talk.Number, talk.DueOn)).Order(), after.Evaluations.Select(talk => (talk.Number, talk.DueOn)).Order());
        Assert.Equal(
            contract.Plan.Select(goal => (goal.Order, goal.ExpectedOn)).Order(), after.Plan.Select(goal => (goal.Order, goal.ExpectedOn)).Order());
    }

    [BothDatabases]
    public async Task Counts_duties_anew_and_leaves_the_plan_and_the_talks_as_they_are()
    {
        var contract = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-7));
        await App.ChangeAsync(async db => await db.TrackedDuties.Where(duty => duty.Kind == DutyKind.Closing).ExecuteDeleteAsync());

        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        Assert.Equal(0, await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync()));

        Assert.Equal(1, await App.DbAsync(db => db.TrackedDuties.CountAsync(duty => duty.Kind == DutyKind.Closing)));
        Assert.Equal(4, await App.DbAsync(db => db.Evaluations.CountAsync(talk => talk.ApprenticeshipId == contract.Id)));
        Assert.Equal(8, await App.DbAsync(db => db.PlannedGoals.CountAsync(goal => goal.ApprenticeshipId == contract.Id)));
    }

    [BothDatabases]
    public async Task What_no_longer_falls_due_goes_and_does_not_become_the_employers()
    {
        var contract = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-7));
        await App.ChangeAsync(async db => (await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id))
            .Record(new ContractTerminated(App.Clock.Today, TerminationWay.ByCountyDecision), Decider.County, App.Clock.Today));

        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());

        var left = await App.DbAsync(db => db.TrackedDuties.ToListAsync());
        Assert.DoesNotContain(left, duty => duty.Kind is DutyKind.RegistrationDeadline or DutyKind.FinalTest);
        Assert.Contains(left, duty => duty.Kind == DutyKind.Attest);
        Assert.All(left.Where(duty => duty.ApprenticeshipId is null), duty => Assert.InRange(duty.Kind, DutyKind.AnnualReport, DutyKind.ApprenticeSurvey));
    }
}
