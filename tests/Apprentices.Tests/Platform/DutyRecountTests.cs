using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Platform;

public sealed class DutyRecountTests : AppTests
{
    [BothDatabases]
    public async Task The_nightly_recount_leaves_talks_and_plan_as_they_are()
    {
        await Given.ApprenticeshipAsync();
        var before = await TalksAndGoalsAsync();

        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());

        Assert.Equal(before, await TalksAndGoalsAsync());
    }

    private Task<(int Talks, int Goals, DateOnly Last)> TalksAndGoalsAsync() => App.DbAsync(async db =>
        (await db.Evaluations.CountAsync(), await db.Set<PlannedGoal>().CountAsync(), await db.Evaluations.MaxAsync(talk => talk.DueOn)));
}
