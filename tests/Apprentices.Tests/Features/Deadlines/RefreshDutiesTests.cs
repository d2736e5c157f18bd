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
}
