using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class RateGoalTests : AppTests
{
    [BothDatabases]
    public async Task Every_rating_is_kept_with_its_author_and_the_latest_day_counts()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var tor = await Given.TrainingManagerAsync("Tor Eide");
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        var goal = contract.Plan[0].Id;

        await RateAsync(siv, goal, Level.NeedsPractice, "Øv mer", App.Clock.Today.AddDays(-10));
        await RateAsync(tor, goal, Level.Masters, "Bra", App.Clock.Today);
        await RateAsync(siv, goal, Level.UnderWay, null, App.Clock.Today.AddDays(-20));

        var plan = await App.As(siv).RunAsync((ShowPlan use) => use.RunAsync(contract.Id));
        var shown = plan!.Halves[0].Goals[0];
        Assert.Equal(Level.Masters, shown.Level);
        Assert.Equal(["Tor Eide", "Siv Åmot", "Siv Åmot"], shown.Ratings.Select(rating => rating.RatedBy));
        Assert.Equal(["Bra", "Øv mer", null], shown.Ratings.Select(rating => rating.Note));
        Assert.Equal(1, plan.Documented);

        var reading = shown.ReadOn(App.Clock.Today);
        Assert.Equal((Level.Masters, LevelReason.Newest, true), (reading.Level, reading.Reason, reading.IsDisputed));
        var day = TrainingPlanWords.Day(App.Clock.Today);
        var before = TrainingPlanWords.Day(App.Clock.Today.AddDays(-10));
        Assert.Equal($"Tor Eide, {day}: mestrer. Siv Åmot, {before}: trenger mer øving. Den nyeste gjelder.", RatingWords.Why(shown, reading));
    }

    [BothDatabases]
    public async Task A_day_ahead_or_before_the_training_is_refused()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);

        await Assert.ThrowsAsync<RuleException>(() => RateAsync(siv, contract.Plan[0].Id, Level.Masters, null, App.Clock.Today.AddDays(1)));
        await Assert.ThrowsAsync<RuleException>(() => RateAsync(siv, contract.Plan[0].Id, Level.Masters, null, contract.StartsOn.AddDays(-1)));
    }

    [BothDatabases]
    public async Task Is_for_those_who_follow_up_the_apprentice_today()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync();
        var stranger = await Given.TrainingManagerAsync();
        var hr = await Given.HrAsync();
        var hrWhoInstructsOthers = await Given.PersonAsync(Roles.Hr | Roles.Instructor);
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv);
        var goal = contract.Plan[0].Id;

        await Assert.ThrowsAsync<NotAllowedException>(() => RateAsync(mari, goal));
        await Assert.ThrowsAsync<NotAllowedException>(() => RateAsync(hr, goal));
        await Assert.ThrowsAsync<NotThereException>(() => RateAsync(stranger, goal));
        await Assert.ThrowsAsync<NotThereException>(() => RateAsync(hrWhoInstructsOthers, goal));
        await RateAsync(siv, goal);

        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            row.EndAssignment(row.Assignments.Single(), App.Clock.Today.AddDays(-1));
        });
        await Assert.ThrowsAsync<NotThereException>(() => RateAsync(siv, goal));
    }

    private Task RateAsync(Person by, Guid goal, Level level = Level.Masters, string? note = null, DateOnly? on = null) =>
        App.As(by).RunAsync((RateGoal use) => use.RunAsync(
            new RateGoal.Input { GoalId = goal, Level = level, Note = note, RatedOn = on ?? App.Clock.Today }));
}
