using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Moves;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.TrainingPlans;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Curricula.Moves;

public sealed class MoveToEditionTests : MoveTests
{
    [BothDatabases]
    public async Task Ratings_and_log_entries_follow_and_none_is_lost()
    {
        await RateAsync("KM9001", Level.UnderWay);
        await RateAsync("KM9002", Level.MastersIndependently);
        await RateAsync("KM9003", Level.Masters);
        await WriteAsync("KM9002");
        var ratings = await App.DbAsync(db => db.GoalRatings.OrderBy(r => r.Id).Select(r => new { r.Id, r.PlannedGoalId, r.Level, r.Note }).ToListAsync());

        Assert.Equal(new MoveToEdition.Result(1, 0), await MoveAsync(Input(Contract)));

        Assert.Equal(ratings, await App.DbAsync(db => db.GoalRatings.OrderBy(r => r.Id).Select(r => new { r.Id, r.PlannedGoalId, r.Level, r.Note }).ToListAsync()));
        var plan = (await App.As(Hr).RunAsync((ShowPlan use) => use.RunAsync(Contract.Id)))!;
        var goals = plan.Halves.SelectMany(half => half.Goals).ToDictionary(goal => goal.Code);
        Assert.Equal(["KM9001", "KM9101", "KM9102"], goals.Keys.Order());
        Assert.Equal(Level.UnderWay, goals["KM9001"].Level);
        Assert.Equal(Level.Masters, goals["KM9101"].Level);
        Assert.Equal(["KM9002", "KM9003"], goals["KM9101"].Ratings.Select(rating => rating.Code).Order());
        Assert.Equal(["KM9002", "KM9003"], plan.Former.Select(goal => goal.Code).Order());

        var log = (await App.As(Hr).RunAsync((ListLogEntries use) => use.RunAsync(Contract.Id)))!;
        Assert.True(Assert.Single(log.GoalsOf(Assert.Single(log.Rows))).IsFormer);
        Assert.Equal(2, await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).Select(a => a.CurriculumEdition).SingleAsync()));
    }

    [BothDatabases]
    public async Task The_plan_before_stays_readable()
    {
        await RateAsync("KM9002", Level.Masters);
        var before = await App.DbAsync(async db => (await db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id))
            .ContentBy(await db.Curricula.Include(c => c.AllGoals).SingleAsync(c => c.Code == Given.CurriculumCode)));

        await MoveAsync(Input(Contract));

        var kept = await App.DbAsync(db => db.PlanEditions.SingleAsync(e => e.ApprenticeshipId == Contract.Id));
        Assert.Equal((PlanEditionReason.BeforeMove, Hr.Id), (kept.Reason, kept.MadeById));
        Assert.Equal((before.CurriculumCode, before.CurriculumEdition), (kept.Content.CurriculumCode, kept.Content.CurriculumEdition));
        Assert.Equal(before.Goals, kept.Content.Goals);
    }

    [BothDatabases]
    public async Task Tasks_and_templates_follow()
    {
        var templateId = await App.DbAsync(async db =>
        {
            var record = await db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id);
            record.AddTask(new TaskTerms("Stå i butikken", TaskKind.Task, 1), ["KM9002", "KM9001"]);
            var template = PlanTemplate.Create("Butikk", await db.Curricula.Include(c => c.AllGoals).SingleAsync(c => c.Code == Given.CurriculumCode));
            db.Entry(template).Property(t => t.CurriculumEdition).CurrentValue = 1;
            template.Add(new TaskTerms("Stå i butikken", TaskKind.Task, 1), ["KM9002", "KM9003"]);
            db.Add(template);
            await db.SaveChangesAsync();
            return template.Id;
        });
        var version = await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).Select(a => a.Version).SingleAsync());
        var input = Input();
        (input.Apprenticeships, input.Templates) = ([new(Contract.Id, version)], [new(templateId, 0)]);

        Assert.Equal(new MoveToEdition.Result(1, 1), await MoveAsync(input));

        var task = await App.DbAsync(db => db.PlannedTasks.Include(t => t.Goals).SingleAsync());
        Assert.Equal(["KM9001", "KM9101"], task.State.GoalCodes);
        Assert.Equal(1, task.Version);
        var template = await App.DbAsync(db => db.PlanTemplates.Include(t => t.Tasks).SingleAsync());
        Assert.Equal(2, template.CurriculumEdition);
        Assert.Equal(["KM9101"], template.Tasks.Single().GoalCodes);
    }

    [BothDatabases]
    public async Task Evidence_ends_only_where_it_is_confirmed()
    {
        await RateAsync("KM9004", Level.Masters);
        var input = Input(Contract);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => MoveAsync(input));
        Assert.StartsWith("1 mål med vurderinger", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await EditionAsync(Contract));

        input.EvidenceMayEnd = true;
        await MoveAsync(input);
        var plan = (await App.As(Hr).RunAsync((ShowPlan use) => use.RunAsync(Contract.Id)))!;
        Assert.Single(Assert.Single(plan.Former).Ratings);
    }

    [BothDatabases]
    public async Task All_of_them_move_or_none()
    {
        // The second batch fails: her contract is over, and another curriculum cannot be entered on it.
        var over = await ContractAsync("Åse Ås");
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == over.Id);
            record.Record(new ContractTerminated(Today.AddDays(5), TerminationWay.ByAgreement), Decider.BothParties, Today);
        });
        await Given.CurriculumAsync("TEST02-01", 3);
        over = await App.DbAsync(db => db.Apprenticeships.SingleAsync(a => a.Id == over.Id));
        var input = new MoveInput
        {
            From = First,
            To = new("TEST02-01", 1),
            ConsentOn = Today,
            EvidenceMayEnd = true,
            Apprenticeships = [new(Contract.Id, Contract.Version), new(over.Id, over.Version)],
        };

        var refusal = await Assert.ThrowsAsync<RuleException>(() => App.As(Hr).RunAsync((MoveToEdition use) =>
        {
            use.BatchSize = 1;
            return use.RunAsync(input);
        }));

        Assert.Contains("Åse Ås", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await EditionAsync(Contract), await App.DbAsync(db => db.PlanEditions.CountAsync())));
        Assert.Equal(Given.CurriculumCode, await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).Select(a => a.CurriculumCode).SingleAsync()));
    }

    [BothDatabases]
    public async Task Of_two_who_move_the_same_the_later_one_is_told_and_nothing_moves_twice()
    {
        var other = await ContractAsync();
        await MoveAsync(Input(Contract));

        var refusal = await Assert.ThrowsAsync<RuleException>(() => MoveAsync(Input(other, Contract)));

        Assert.StartsWith("Noen har endret", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await EditionAsync(other), await App.DbAsync(db => db.PlanEditions.CountAsync())));
    }

    [BothDatabases]
    public async Task Of_two_at_the_very_same_time_one_moves_them()
    {
        var both = await Task.WhenAll(TryAsync(), TryAsync());

        Assert.Equal(1, both.Count(moved => moved));
        Assert.Equal((2, 1), (await EditionAsync(Contract), await App.DbAsync(db => db.PlanEditions.CountAsync())));

        async Task<bool> TryAsync()
        {
            try
            {
                await Task.Yield();
                await MoveAsync(Input(Contract));
                return true;
            }
            catch (RuleException)
            {
                return false;
            }
        }
    }

    [BothDatabases]
    public async Task Another_curriculum_is_entered_with_the_countys_consent()
    {
        await Given.CurriculumAsync("TEST02-01", 3);
        await RateAsync("KM9003", Level.Masters);
        var input = new MoveInput { From = First, To = new("TEST02-01", 1), Pairs = [new("KM9003", "KM9002")], Apprenticeships = [new(Contract.Id, Contract.Version)] };
        await Assert.ThrowsAsync<RuleException>(() => MoveAsync(input));

        input.ConsentOn = Today.AddDays(-2);
        await MoveAsync(input);

        var record = await App.DbAsync(db => db.Apprenticeships.WithPlan().SingleAsync(a => a.Id == Contract.Id));
        Assert.Equal(new CurriculumChanged(Today, "TEST02-01", Today.AddDays(-2)), record.Entries.MaxBy(entry => entry.Order)!.Change);
        Assert.Equal(("TEST02-01", 1), (record.CurriculumCode, record.CurriculumEdition));
        Assert.Equal(Level.Masters, record.Plan.Single(goal => goal.Code == "KM9002" && goal.LeftOn is null).Level);
    }

    [BothDatabases]
    public async Task Giving_up_half_way_leaves_everything_as_it_was()
    {
        var other = await ContractAsync();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => App.As(Hr).RunAsync((MoveToEdition use) =>
        {
            use.BatchSize = 1;
            return use.RunAsync(Input(Contract, other), new AtOnce(stop.Cancel), stop.Token);
        }));

        Assert.Equal((1, 1), (await EditionAsync(Contract), await EditionAsync(other)));
    }

    private Task<int> EditionAsync(Apprenticeship of) => App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == of.Id).Select(a => a.CurriculumEdition).SingleAsync());

    private sealed class AtOnce(Action act) : IProgress<MoveToEdition.Progress>
    {
        public void Report(MoveToEdition.Progress value) => act();
    }
}
