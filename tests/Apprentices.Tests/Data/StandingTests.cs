using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Data;

public sealed class StandingTests : AppTests
{
    private const int Margin = 10;

    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Says_what_is_documented_expected_and_next_with_whom()
    {
        var instructor = await Given.InstructorAsync("Siv Åmot");
        var manager = await Given.TrainingManagerAsync("Tor Eide");
        var apprenticeship = await Given.ApprenticeshipAsync(
            startsOn: Today.AddMonths(-7), instructor: instructor, trainingManager: manager, goals: 8);
        await RateAsync(apprenticeship, Level.Masters, Level.MastersIndependently, Level.NeedsPractice);

        var standing = Assert.Single(await StandingsAsync());

        Assert.Equal((2, 8, 2, 4), (standing.Documented, standing.Total, standing.HalfYear, standing.HalfYears));
        Assert.Equal(apprenticeship.Plan.Count(goal => goal.ExpectedOn <= Today), standing.Expected);
        Assert.Equal((1, apprenticeship.Evaluations[0].DueOn), (standing.NextTalk, standing.NextDueOn));
        Assert.Equal(("Siv Åmot", "Tor Eide"), (standing.Instructor, standing.TrainingManager));
        Assert.Equal(StandingState.Overdue, standing.State);
    }

    [BothDatabases]
    public async Task Whoever_stopped_following_up_yesterday_is_not_named()
    {
        var apprenticeship = await Given.ApprenticeshipAsync(instructor: await Given.InstructorAsync("Gammel Instruktør"));
        await ChangeAsync(apprenticeship, a => a.EndAssignment(a.Assignments[0], Today.AddDays(-1)));

        Assert.Null(Assert.Single(await StandingsAsync()).Instructor);
    }

    [BothDatabases]
    public async Task A_plan_without_goals_is_never_behind()
    {
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-4), goals: 0);

        var standing = Assert.Single(await StandingsAsync());

        Assert.False(standing.IsBehind);
        Assert.Equal((0, StandingState.NoGoals), (standing.Total, standing.State));
    }

    [BothDatabases]
    public async Task Behind_is_more_than_the_margin_below_expected()
    {
        var apprenticeship = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-4), goals: 40);
        var expected = apprenticeship.Plan.Count(goal => goal.ExpectedOn <= Today);

        await RateAsync(apprenticeship, [.. Enumerable.Repeat(Level.Masters, expected - 4)]);
        Assert.False(Assert.Single(await StandingsAsync()).IsBehind);

        await RateAsync(apprenticeship, Level.NeedsPractice);
        Assert.Equal(StandingState.Behind, Assert.Single(await StandingsAsync()).State);
    }

    [BothDatabases]
    public async Task Every_filter_says_the_same_in_SQL_and_in_memory()
    {
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7));
        await Given.ApprenticeshipAsync(startsOn: Today.AddDays(10).AddMonths(-6));
        await Given.ApprenticeshipAsync(startsOn: Today.AddDays(25).AddMonths(-6));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-4));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(1));
        await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-30));
        await Given.ApprenticeshipAsync(startsOn: Today.AddDays(40).AddMonths(-24), enteredOn: Today);
        var away = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-2));
        await ChangeAsync(away, a => a.Interrupt(Today.AddDays(-5), Today.AddDays(20), 100, Today));

        var all = await StandingsAsync();

        foreach (var filter in Enum.GetValues<StandingFilter>())
        {
            var inMemory = all.Where(Standing.Matching(filter).Compile()).Select(s => s.Id).Order();
            var bySql = (await StandingsAsync(filter)).Select(s => s.Id).Order();

            Assert.NotEmpty(inMemory);
            Assert.Equal(inMemory, bySql);
        }

        Assert.Equal(StandingState.Interrupted, all.Single(s => s.Id == away.Id).State);
    }

    private Task<List<Standing>> StandingsAsync(StandingFilter filter = StandingFilter.All) =>
        App.DbAsync(db => db.Apprenticeships.SelectStanding(Today, Margin).Where(Standing.Matching(filter)).ToListAsync());

    private Task RateAsync(Apprenticeship apprenticeship, params Level[] levels) => ChangeAsync(apprenticeship, a =>
    {
        var goals = a.Plan.OrderBy(goal => goal.Order).ToList();
        for (var i = 0; i < levels.Length; i++)
        {
            goals[i].Rate(levels[i], note: null, Today, a.PersonId, App.Clock.GetUtcNow(), Today);
        }
    });

    private Task ChangeAsync(Apprenticeship apprenticeship, Action<Apprenticeship> change) => App.ChangeAsync(async db => change(
        await db.Apprenticeships.WithRecord()
            .SingleAsync(a => a.Id == apprenticeship.Id)));
}
