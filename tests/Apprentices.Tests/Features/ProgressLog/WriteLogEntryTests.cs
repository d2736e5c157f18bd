using Apprentices.Domain;
using Apprentices.Features.ProgressLog;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog;

public sealed class WriteLogEntryTests : AppTests
{
    [BothDatabases]
    public async Task What_she_did_is_in_her_log_and_her_instructors()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv);

        await WriteAsync(mari, "Byttet en skriver.", [contract.Plan[0].Id, contract.Plan[2].Id]);

        foreach (var log in new[] { await ReadAsync(mari), await ReadAsync(siv, contract.Id) })
        {
            var row = Assert.Single(log!.Rows);
            Assert.Equal("Byttet en skriver.", row.Text);
            Assert.Equal(["Mål 1", "Mål 3"], log.GoalsOf(row).Select(goal => goal.Title.Nb));
        }

        Assert.True(await App.DbAsync(db => db.PlannedGoals.Where(goal => goal.Id == contract.Plan[0].Id).Select(goal => goal.IsLogged).SingleAsync()));
    }

    [BothDatabases]
    public async Task Needs_a_text_a_past_day_of_the_training_and_one_to_three_goals_of_her_own()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        var other = await Given.ApprenticeshipAsync();
        var goals = contract.Plan.Select(goal => goal.Id).ToList();

        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, " ", [goals[0]]));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, "Tekst", []));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, "Tekst", goals[..4]));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, "Tekst", [other.Plan[0].Id]));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, "Tekst", [goals[0]], App.Clock.Today.AddDays(1)));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(mari, "Tekst", [goals[0]], contract.StartsOn.AddDays(-1)));
        Assert.Equal(0, await App.DbAsync(db => db.LogEntries.CountAsync()));
    }

    [BothDatabases]
    public async Task A_plan_without_goals_does_not_keep_her_from_writing()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari, goals: 0);

        await WriteAsync(mari, "Første dag.", []);

        Assert.Equal(1, (await ReadAsync(mari))!.Total);
    }

    [BothDatabases]
    public async Task Only_an_apprentice_writes_and_only_in_her_own_log()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var withoutTraining = await Given.PersonAsync(Roles.Apprentice);

        await Assert.ThrowsAsync<NotAllowedException>(() => WriteAsync(siv, "Tekst", [contract.Plan[0].Id]));
        await Assert.ThrowsAsync<NotThereException>(() => WriteAsync(withoutTraining, "Tekst", [contract.Plan[0].Id]));
        Assert.Null(await ReadAsync(withoutTraining, contract.Id));
        Assert.Null(await ReadAsync(withoutTraining));
    }

    [BothDatabases]
    public async Task She_corrects_her_own_entry_and_a_stale_form_overwrites_nothing()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var ola = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        await Given.ApprenticeshipAsync(ola);
        await WriteAsync(mari, "Først", [contract.Plan[0].Id]);
        var opened = (await ReadAsync(mari))!.Rows[0];

        await CorrectAsync(mari, opened, "Rettet", [contract.Plan[1].Id]);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => CorrectAsync(mari, opened, "Fra en annen fane", [contract.Plan[0].Id]));
        await Assert.ThrowsAsync<NotThereException>(() => CorrectAsync(ola, opened, "Ikke min", [contract.Plan[0].Id]));
        var now = (await ReadAsync(mari))!;
        Assert.Equal("Rettet", now.Rows[0].Text);
        Assert.Equal([contract.Plan[1].Id], now.Rows[0].GoalIds);
    }

    [BothDatabases]
    public async Task The_log_is_read_a_page_at_a_time_latest_day_first_with_as_many_statements_for_fifty_entries_as_for_one()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari);
        await WriteAsync(mari, "dag 0", [contract.Plan[0].Id]);
        _ = await ReadAsync(mari);
        var few = await App.Sql.CountAsync(() => ReadAsync(mari));
        for (var day = 1; day < 50; day++)
        {
            await WriteAsync(mari, $"dag {day}", [contract.Plan[0].Id, contract.Plan[1].Id], App.Clock.Today.AddDays(-day));
        }

        var many = await App.Sql.CountAsync(() => ReadAsync(mari));
        var third = await App.As(mari).RunAsync((ListLogEntries use) => use.RunAsync(page: 3));

        Assert.Equal(few, many);
        Assert.Equal((50, 10, "dag 40"), (third!.Total, third.Rows.Count, third.Rows[0].Text));
    }

    private Task<Guid> WriteAsync(Person by, string text, List<Guid> goals, DateOnly? on = null) => App.As(by).RunAsync(
        (WriteLogEntry use) => use.RunAsync(new WriteLogEntry.Input { Text = text, WorkedOn = on ?? App.Clock.Today, GoalIds = goals }));

    private Task CorrectAsync(Person by, ListLogEntries.Row opened, string text, List<Guid> goals) => App.As(by).RunAsync(
        (CorrectLogEntry use) => use.RunAsync(opened.Id, opened.Version, new WriteLogEntry.Input { Text = text, WorkedOn = opened.WorkedOn, GoalIds = goals }));

    private Task<ListLogEntries.Log?> ReadAsync(Person reader, Guid? id = null) => App.As(reader).RunAsync((ListLogEntries use) => use.RunAsync(id));
}
