using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Observations;
using Apprentices.Features.Traces;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Features.Curricula.Moves;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Traces;

/// <summary>What is tied to a row and untied from it is told, though no column of the row changes.</summary>
public sealed class ChangedTiesTests : MoveTests
{
    public ChangedTiesTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nb-NO");

    [BothDatabases]
    public async Task Other_goals_alone_are_told_as_a_change_of_the_task_in_words()
    {
        var id = await App.As(Hr).RunAsync((AddPlanTask use) => use.RunAsync(Contract.Id, new TaskInput { Title = "Eget", GoalCodes = ["KM9001", "KM9002"] }));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.As(Hr).RunAsync((ChangePlanTask use) => use.RunAsync(id, new TaskInput { Title = "Eget", GoalCodes = ["KM9002", "KM9003", "KM9004"] }));

        var act = (await ActsAsync(Instructor))[0];

        Assert.Equal((nameof(ChangePlanTask), Hr.FullName), (act.UseCase, act.Name));
        var row = Assert.Single(act.Rows!);
        Assert.Equal((nameof(PlannedTask), id, ChangeWay.Changed), (row.Table, row.Id!.Value, row.Way));
        var list = Assert.Single(row.Columns);
        Assert.Equal((nameof(PlannedTask.Goals), "KM9001", "KM9003, KM9004", true), (list.Name, list.From, list.To, list.IsTie));
        Assert.Equal("Mål: lagt til KM9003, KM9004; fjernet KM9001", $"{TraceWords.Column(list.Name)}: {TraceWords.Ties(list)}");
    }

    [BothDatabases]
    public async Task Rows_that_are_told_as_how_many_tell_all_their_ties_in_one()
    {
        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id);
            foreach (var (title, codes) in new (string, string[])[] { ("En", ["KM9001", "KM9002"]), ("To", ["KM9002"]), ("Tre", ["KM9004"]) })
            {
                contract.AddTask(new TaskTerms(title, TaskKind.Task, 1), codes);
            }
        });

        var row = (await ActsAsync(Hr)).SelectMany(act => act.Rows!).Single(row => row.Table == nameof(PlannedTask));

        var list = Assert.Single(row.Columns);
        Assert.Equal((ChangeWay.Added, 3, null, "KM9001, KM9002, KM9004"), (row.Way, row.Count, list.From, list.To));
    }

    [BothDatabases]
    public async Task The_goals_of_an_observation_are_told_with_it_and_when_they_are_others()
    {
        var input = new WriteObservation.Input { ApprenticeshipId = Contract.Id, ObservedOn = Today, Text = "Spurte godt.", GoalIds = [await GoalAsync("KM9001")] };
        var id = await App.As(Instructor).RunAsync((WriteObservation use) => use.RunAsync(input));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        input.GoalIds = [await GoalAsync("KM9002")];
        await App.As(Instructor).RunAsync((CorrectObservation use) => use.RunAsync(id, 0, input));

        var told = (await ActsAsync(Hr)).SelectMany(act => act.Rows!).Where(row => row.Table == nameof(Observation)).Select(row => (row.Way, Ties: row.Columns.Single(column => column.IsTie)));

        Assert.Equal([(ChangeWay.Changed, "KM9001", "KM9002"), (ChangeWay.Added, null, "KM9001")], told.Select(one => (one.Way, one.Ties.From, one.Ties.To)));
    }

    [BothDatabases]
    public async Task The_goals_and_tasks_of_a_log_entry_are_told_to_her_alone_and_a_task_by_its_title()
    {
        var id = await App.DbAsync(async db =>
        {
            var contract = await db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id);
            var task = contract.AddTask(new TaskTerms("Stå i butikken", TaskKind.Task, 1), []);
            var entry = LogEntry.Write(contract, Today, "Arbeidet.", [Goal(contract, "KM9001")], App.Clock.GetUtcNow(), Today, new LogDetails(Tasks: [task]));
            db.Add(entry);
            await db.SaveChangesAsync();
            return entry.Id;
        });
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id);
            var entry = await db.LogEntries.Include(e => e.Goals).Include(e => e.Tasks).SingleAsync(e => e.Id == id);
            entry.Rewrite(contract, Today, "Arbeidet.", [Goal(contract, "KM9003")], Today);
        });
        var apprentice = await App.DbAsync(db => db.People.SingleAsync(person => person.Id == Contract.PersonId));

        var rows = (await ActsAsync(apprentice)).SelectMany(act => act.Rows!).Where(row => row.Table == nameof(LogEntry)).ToList();

        Assert.Equal(["Goals KM9001 KM9003", "Tasks Stå i butikken "], rows[0].Columns.Select(column => $"{column.Name} {column.From} {column.To}"));
        Assert.Equal((id, ChangeWay.Changed), (rows[0].Id!.Value, rows[0].Way));
        Assert.Equal(["Goals  KM9001", "Tasks  Stå i butikken"], rows[1].Columns.Where(column => column.IsTie).Select(column => $"{column.Name} {column.From} {column.To}"));
        Assert.DoesNotContain((await ActsAsync(Hr)).SelectMany(act => act.Rows!), row => row.Table == nameof(LogEntry));
    }

    [BothDatabases]
    public async Task What_a_goal_follows_since_a_move_is_told()
    {
        await RateAsync("KM9002", Level.Masters);
        await RateAsync("KM9003", Level.Masters);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await MoveAsync(Input(await App.DbAsync(db => db.Apprenticeships.SingleAsync(a => a.Id == Contract.Id))));

        var follows = (await ActsAsync(Hr))[0].Rows!.Where(row => row.Table == nameof(PlannedGoal)).SelectMany(row => row.Columns).Single(column => column.Name == nameof(PlannedGoal.Predecessors));

        Assert.Equal((null, "KM9002, KM9003"), (follows.From, follows.To));
    }

    private static PlannedGoal Goal(Apprenticeship contract, string code) => contract.Plan.Single(goal => goal.Code == code);

    private Task<Guid> GoalAsync(string code) => App.DbAsync(db => db.PlannedGoals.Where(goal => goal.ApprenticeshipId == Contract.Id && goal.Code == code).Select(goal => goal.Id).SingleAsync());

    private async Task<IReadOnlyList<ChangePage.Act>> ActsAsync(Person reader) => (await App.As(reader).RunAsync((ListChanges use) => use.RunAsync(Contract.Id)))!.Acts;
}
