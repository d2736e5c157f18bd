using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.ProgressLog;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Home;

public sealed class ReadApprenticeHomeTests : AppTests
{
    /// <summary>
    /// 1 January 2026 to 31 December 2027 with eight goals, away all March. The first half-year is 181 days and ends on 31 July:
    /// 59 days to the end of February, 122 from April. Its first goal is expected on the 91st of them (2 May), its second on the last.
    /// </summary>
    [BothDatabases]
    public async Task Expects_goals_by_the_days_of_the_plan_and_none_while_she_is_away()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari, startsOn: new DateOnly(2026, 1, 1), goals: 8);
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Evaluations).SingleAsync(a => a.Id == contract.Id);
            row.Interrupt(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), 100, countyConsentOn: new DateOnly(2026, 2, 1));
        });

        Assert.Equal(0, await ExpectedOnAsync(2026, 5, 1));
        Assert.Equal(1, await ExpectedOnAsync(2026, 5, 2));
        Assert.Equal(1, await ExpectedOnAsync(2026, 7, 30));
        Assert.Equal(2, await ExpectedOnAsync(2026, 7, 31));
        // The second half-year is 1 August to 31 January, 184 days; its first goal is expected on the 92nd.
        Assert.Equal(2, await ExpectedOnAsync(2026, 10, 30));
        Assert.Equal(3, await ExpectedOnAsync(2026, 10, 31));
        Assert.Equal(8, await ExpectedOnAsync(2028, 1, 31));

        App.Clock.Set(new DateOnly(2026, 3, 15));
        var away = await ReadAsync(mari);
        Assert.Equal(new DateOnly(2026, 3, 31), away!.Standing.AwayUntil);
        Assert.Equal(31, away.Halves[0].BreakDays);

        async Task<int> ExpectedOnAsync(int year, int month, int day)
        {
            App.Clock.Set(new DateOnly(year, month, day));
            return (await ReadAsync(mari))!.Standing.Expected;
        }
    }

    [BothDatabases]
    public async Task Counts_a_goal_as_documented_once_it_is_mastered_and_calls_her_behind_beyond_the_margin()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv, goals: 8);

        Assert.True((await ReadAsync(mari))!.Standing.IsBehind);

        await App.ChangeAsync(async db =>
        {
            var goals = await db.PlannedGoals.Where(goal => goal.ApprenticeshipId == contract.Id).OrderBy(goal => goal.Order).ToListAsync();
            goals[0].Rate(Level.Masters, null, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today);
            goals[1].Rate(Level.NeedsPractice, null, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today);
            goals[4].Rate(Level.MastersIndependently, null, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today);
        });

        var standing = (await ReadAsync(mari))!.Standing;
        Assert.Equal((2, 2, 8), (standing.Documented, standing.Expected, standing.Total));
        Assert.False(standing.IsBehind);
    }

    [BothDatabases]
    public async Task Says_whom_to_ask_what_to_sign_and_which_days_of_last_week_are_not_written()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync("Siv Åmot");
        var contract = await Given.ApprenticeshipAsync(
            mari, instructor: siv, trainingManager: await Given.TrainingManagerAsync("Tor Eide"), hrContact: await Given.HrAsync("Nina Dahl"));
        var wednesday = new DateOnly(2026, 9, 9);
        await App.As(mari).RunAsync((WriteLogEntry use) => use.RunAsync(
            new WriteLogEntry.Input { Text = "Tekst", WorkedOn = wednesday, GoalIds = [contract.Plan[0].Id] }));
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(talk => talk.ApprenticeshipId == contract.Id && talk.Number == 1))
            .Hold(App.Clock.Today, "Vi snakket.", siv.Id, App.Clock.Today));

        var home = await ReadAsync(mari);

        Assert.Equal(["Siv Åmot", "Tor Eide", "Nina Dahl"], home!.Contacts.Select(contact => contact.Name));
        Assert.Equal(1, Assert.Single(home.TalksToSign).Number);
        Assert.Equal(2, home.Standing.NextTalk);
        Assert.Equal(5, home.Week.Count);
        Assert.Equal(wednesday, Assert.Single(home.Week, day => day.IsWritten).Day);
    }

    [BothDatabases]
    public async Task Is_her_own_whoever_else_there_is()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var ola = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        await Given.ApprenticeshipAsync(ola);

        Assert.Equal(contract.Id, (await ReadAsync(mari))!.Standing.Id);
        Assert.Null(await ReadAsync(await Given.HrAsync()));
        var administrator = await Given.AdministratorAsync();
        await Assert.ThrowsAsync<NotAllowedException>(() => ReadAsync(administrator));
    }

    [BothDatabases]
    public async Task Needs_as_many_statements_for_forty_goals_as_for_four()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var ola = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari, curriculum: "SMALL-01", goals: 4);
        await Given.ApprenticeshipAsync(ola, curriculum: "LARGE-01", goals: 40);

        var few = await App.Sql.CountAsync(() => ReadAsync(mari));
        var many = await App.Sql.CountAsync(() => ReadAsync(ola));

        Assert.Equal(16, few);
        Assert.Equal(few, many);
    }

    private Task<ReadApprenticeHome.View?> ReadAsync(Person reader) => App.As(reader).RunAsync((ReadApprenticeHome use) => use.RunAsync());
}
