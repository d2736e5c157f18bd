using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.Observations;
using Apprentices.Features.TrainingPlans;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Home;

public sealed class ReadWorkDoneTests : AppTests
{
    [BothDatabases]
    public async Task Counts_what_she_did_today_and_since_Monday_and_nothing_of_others()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var hers = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        App.Clock.Set(new DateOnly(2026, 9, 20));
        await RateAsync(siv, hers, goal: 3);
        App.Clock.Set(new DateOnly(2026, 9, 21), new TimeOnly(0, 5));
        await RateAsync(siv, hers, goal: 4);
        App.Clock.Set(new DateOnly(2026, 9, 22));
        await RateAsync(tor, hers, goal: 0);
        await DecideAsync(siv, hers, entry => entry.Approve(new LogApprover(siv.Id, false), needsTwo: false, App.Clock.GetUtcNow()));
        await DecideAsync(siv, hers, entry => entry.Return(siv.Id, "Hvorfor?", App.Clock.GetUtcNow()));
        await DecideAsync(siv, hers, entry =>
        {
            entry.Approve(new LogApprover(siv.Id, false), needsTwo: false, App.Clock.GetUtcNow());
            entry.UndoApproval(siv.Id, App.Clock.GetUtcNow().AddMinutes(1));
        });
        await App.As(siv).RunAsync((WriteObservation use) => use.RunAsync(new WriteObservation.Input
        {
            ApprenticeshipId = hers.Id,
            ObservedOn = App.Clock.Today,
            Text = "Spurte godt.",
            GoalIds = [hers.Plan[0].Id],
            Levels = { [hers.Plan[0].Id] = Level.Masters },
        }));

        var done = await App.As(siv).RunAsync((ReadWorkDone use) => use.RunAsync());

        Assert.Equal(new ReadWorkDone.Work(Approved: 1, Returned: 1, Observed: 1, Rated: 0, Signed: 0), done.Today);
        Assert.Equal(new ReadWorkDone.Work(Approved: 1, Returned: 1, Observed: 1, Rated: 1, Signed: 0), done.ThisWeek);
        Assert.Empty(done.PutOff);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)] // 45 s
    [InlineData(3, 1, 4)] // 135 + 90 = 225 s
    [InlineData(10, 5, 15)] // 450 + 450 = 900 s
    public void About_how_long_it_takes_is_the_sum_by_kind_in_whole_minutes(int approvals, int observations, int minutes) =>
        Assert.Equal(minutes, WorkEstimate.Minutes(approvals, observations, 0, []));

    [Fact]
    public void What_leads_elsewhere_takes_from_one_to_three_minutes_each() => Assert.Equal(
        9, WorkEstimate.Minutes(0, 0, 0, [WaitingReason.OverdueTalk, WaitingReason.TalkToSign, WaitingReason.GoalsToRate, WaitingReason.Quiet, WaitingReason.BehindPlan])); // 180 + 120 + 90 + 60 + 60 = 510 s

    private Task RateAsync(Person by, Apprenticeship of, int goal) => App.As(by).RunAsync((RateGoal use) => use.RunAsync(
        new RateGoal.Input { GoalId = of.Plan[goal].Id, Level = Level.UnderWay, RatedOn = App.Clock.Today }));

    private Task DecideAsync(Person by, Apprenticeship of, Action<LogEntry> decide) => App.ChangeAsync(async db =>
    {
        var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == of.Id);
        var entry = HandedIn.Entry(record, App.Clock.Today, $"Skrevet for {by.GivenName}", [record.Plan[0]], App.Clock.GetUtcNow().AddMinutes(-5), App.Clock.Today);
        decide(entry);
        db.Add(entry);
    });
}
