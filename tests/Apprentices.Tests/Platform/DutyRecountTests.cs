using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Platform;
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

    [BothDatabases]
    public async Task Counting_twice_changes_nothing_the_second_time()
    {
        await Given.ApprenticeshipAsync();

        var first = await App.AsConsole().RunAsync((DutyRecount use) => use.RunAsync());
        var second = await App.AsConsole().RunAsync((DutyRecount use) => use.RunAsync());

        Assert.True(first > 0, "the checklists of the first start were to come about");
        Assert.Equal(0, second);
    }

    [BothDatabases]
    public async Task One_who_gives_up_leaves_no_record_half_counted()
    {
        for (var i = 0; i < 3; i++)
        {
            await Given.ApprenticeshipAsync();
        }

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => App.AsConsole().RunAsync((DutyRecount use) =>
        {
            use.BatchSize = 1;
            return use.RunAsync("03", new AtOnce(_ => stop.Cancel()), stop.Token);
        }));

        var points = await App.DbAsync(db => db.ChecklistPoints.CountAsync());
        Assert.Equal([0, 0, points], (await PointsAskedForAsync()).Order());

        await App.AsConsole().RunAsync((DutyRecount use) => use.RunAsync("03"));
        Assert.Equal([points, points, points], await PointsAskedForAsync());
    }

    [BothDatabases]
    public async Task The_report_of_a_county_that_holds_no_contract_any_more_is_asked_of_nobody()
    {
        var apprenticeship = await Given.ApprenticeshipAsync(county: "46");
        await App.AsConsole().RunAsync((DutyRecount use) => use.OfTheEmployerAsync());
        Assert.Equal(["46"], await ReportsAsync());

        await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == apprenticeship.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CountyNumber, "11")));
        await App.AsConsole().RunAsync((DutyRecount use) => use.OfTheEmployerAsync());

        Assert.Equal(["11"], await ReportsAsync());
    }

    private Task<(int Talks, int Goals, DateOnly Last)> TalksAndGoalsAsync() => App.DbAsync(async db =>
        (await db.Evaluations.CountAsync(), await db.Set<PlannedGoal>().CountAsync(), await db.Evaluations.MaxAsync(talk => talk.DueOn)));

    private Task<List<int>> PointsAskedForAsync() => App.DbAsync(db =>
        db.Apprenticeships.Select(a => a.Duties.Count(duty => duty.Kind == DutyKind.ChecklistPoint)).ToListAsync());

    private Task<List<string?>> ReportsAsync() => App.DbAsync(db =>
        db.TrackedDuties.Where(duty => duty.Kind == DutyKind.AnnualReport).Select(duty => duty.CountyNumber).Distinct().ToListAsync());

    /// <summary>Tells how far it is in the same moment, and not when a thread is free.</summary>
    private sealed class AtOnce(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
