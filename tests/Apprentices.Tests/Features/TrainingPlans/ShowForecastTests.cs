using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class ShowForecastTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Tells_the_apprentice_the_three_things_to_do_next_and_nobody_else()
    {
        var (mari, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync("Siv Åmot"));
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == contract.Id);
            var entry = HandedIn.Entry(record, Today.AddDays(-4), "Tekst", [record.Plan.Single(goal => goal.Id == contract.Plan[0].Id)], App.Clock.GetUtcNow(), Today);
            entry.Return(siv.Id, "Si mer.", App.Clock.GetUtcNow());
            db.Add(entry);
        });

        var own = await App.As(mari).RunAsync((ShowForecast use) => use.RunAsync());
        Assert.Equal([ShowForecast.StepKind.Returned, ShowForecast.StepKind.NoLog, ShowForecast.StepKind.AskForRating], own!.Steps.Select(step => step.Kind));
        Assert.Equal([null, contract.Plan[1].Id, contract.Plan[0].Id], own.Steps.Select(step => step.Kind == ShowForecast.StepKind.Returned ? null : (Guid?)step.Id));
        Assert.Equal("Siv Åmot", own.Steps[2].Who);
        Assert.Empty((await App.As(siv).RunAsync((ShowForecast use) => use.RunAsync(contract.Id)))!.Steps);
    }

    [BothDatabases]
    public async Task Where_the_log_is_off_nobody_is_told_to_write_and_the_next_talk_comes_instead()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        await App.ChangeAsync(db =>
        {
            var setting = new LogSetting(contract.CurriculumCode);
            setting.Set(LogSetting.Usual with { IsOff = true });
            db.Add(setting);
            return Task.CompletedTask;
        });

        var own = await App.As(mari).RunAsync((ShowForecast use) => use.RunAsync());
        Assert.Equal(ShowForecast.StepKind.Talk, Assert.Single(own!.Steps).Kind);
    }

    /// <summary>Half of a contract of two years with 8 goals: 2 in each half-year, and 4 expected. A rating makes the first goal early, late or neither by its day.</summary>
    [BothDatabases]
    public async Task Shows_each_half_year_and_each_goal_against_its_day()
    {
        var (mari, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv, startsOn: Today.AddYears(-1));
        await App.ChangeAsync(async db => (await db.PlannedGoals.SingleAsync(goal => goal.Id == contract.Plan[0].Id))
            .Rate(Level.Masters, null, contract.Plan[0].ExpectedOn.AddDays(12), siv.Id, App.Clock.GetUtcNow(), Today));

        var view = await App.As(siv).RunAsync((ShowForecast use) => use.RunAsync(contract.Id));

        Assert.Equal([(1, 1, 2, 2), (2, 0, 2, 2), (3, 0, 0, 2), (4, 0, 0, 2)], view!.Halves.Select(half => (half.Days.Number, half.Documented, half.Expected, half.Total)));
        Assert.Equal(12, view.Goals[0].DaysLate);
        Assert.Null(view.Goals[^1].DaysLate);
        Assert.Equal(ForecastState.NoPace, view.Forecast.State);
    }
}
