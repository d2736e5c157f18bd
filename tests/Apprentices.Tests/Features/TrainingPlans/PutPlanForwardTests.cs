using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

/// <summary>The plan is put forward by a supervisor, agreed to by the apprentice, and kept as it was.</summary>
public sealed class PutPlanForwardTests : AppTests
{
    private Person mari = null!;
    private Person siv = null!;
    private Apprenticeship contract = null!;

    [BothDatabases]
    public async Task Put_forward_by_a_supervisor_it_is_agreed_to_by_the_apprentice_and_by_nobody_else()
    {
        await SetAsync();
        var (hr, stranger) = (await Given.HrAsync(), await Given.PersonAsync(Roles.Apprentice));

        Assert.Equal(1, await PutForwardAsync(siv));
        Assert.NotNull((await HomeAsync())!.PlanToAgreeOn);

        var waiting = (await StandingAsync(mari)).Waiting!;
        await Assert.ThrowsAsync<NotAllowedException>(() => AgreeAsync(siv, waiting.Id));
        await Assert.ThrowsAsync<NotAllowedException>(() => AgreeAsync(hr, waiting.Id));
        await Assert.ThrowsAsync<NotThereException>(() => AgreeAsync(stranger, waiting.Id));
        App.Clock.Advance(TimeSpan.FromDays(2));
        await AgreeAsync(mari, waiting.Id);

        var standing = await StandingAsync(siv);
        Assert.Equal((App.Clock.Today.AddDays(-2), App.Clock.Today, siv.FullName), (standing.Agreed!.MadeOn, standing.Agreed.AgreedOn, standing.Agreed.MadeBy));
        Assert.True(standing.SinceAgreed!.IsEmpty);
        Assert.Null((await HomeAsync())!.PlanToAgreeOn);
        await Assert.ThrowsAsync<RuleException>(() => AgreeAsync(mari, waiting.Id));
    }

    [BothDatabases]
    public async Task Only_those_who_follow_up_the_apprentice_put_it_forward()
    {
        await SetAsync();
        var stranger = await Given.InstructorAsync();
        var hrWhoInstructsOthers = await Given.PersonAsync(Roles.Hr | Roles.Instructor);

        await Assert.ThrowsAsync<NotAllowedException>(() => PutForwardAsync(mari));
        await Assert.ThrowsAsync<NotThereException>(() => PutForwardAsync(stranger));
        await Assert.ThrowsAsync<NotThereException>(() => PutForwardAsync(hrWhoInstructsOthers));
        Assert.False((await StandingAsync(hrWhoInstructsOthers)).MayPutForward);
    }

    [BothDatabases]
    public async Task Only_the_edition_put_forward_last_is_agreed_to()
    {
        await SetAsync();
        await PutForwardAsync(siv);
        var first = (await StandingAsync(mari)).Waiting!;
        await AddAsync("Eget");
        await PutForwardAsync(siv);

        await Assert.ThrowsAsync<RuleException>(() => AgreeAsync(mari, first.Id));
        await AgreeAsync(mari, (await StandingAsync(mari)).Waiting!.Id);

        Assert.Equal([(2, true), (1, false)], (await StandingAsync(mari)).Editions.Select(edition => (edition.Number, edition.AgreedOn is not null)));
    }

    [BothDatabases]
    public async Task The_same_plan_is_not_put_forward_twice()
    {
        await SetAsync();
        await PutForwardAsync(siv);

        await Assert.ThrowsAsync<RuleException>(() => PutForwardAsync(siv));
        Assert.False((await StandingAsync(siv)).MayPutForward);

        await AddAsync("Eget");
        Assert.True((await StandingAsync(siv)).MayPutForward);
    }

    [BothDatabases]
    public async Task An_edition_stays_as_it_was_whatever_becomes_of_the_plan_and_the_difference_is_told()
    {
        await SetAsync();
        var task = await AddAsync("Eget");
        await PutForwardAsync(siv);
        await AgreeAsync(mari, (await StandingAsync(mari)).Waiting!.Id);

        await App.As(siv).RunAsync((RemovePlanTask use) => use.RunAsync(task, 0));
        await AddAsync("Noe annet");
        await App.As(siv).RunAsync((AdjustPlan use) => use.RunAsync(new AdjustPlan.Input { GoalId = contract.Plan[0].Id, HalfYear = 4, Version = contract.Plan[0].Version }));
        await App.As(siv).RunAsync((RateGoal use) => use.RunAsync(new RateGoal.Input { GoalId = contract.Plan[0].Id, Level = Level.Masters, RatedOn = App.Clock.Today }));
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Interruptions).Include(a => a.Entries).Include(a => a.Plan).Include(a => a.Evaluations).Include(a => a.Workplaces).SingleAsync(a => a.Id == contract.Id);
            row.Interrupt(App.Clock.Today, App.Clock.Today.AddDays(29), 100, App.Clock.Today);
        });

        var kept = (await SheetAsync(mari, 1))!;
        Assert.Equal(("Eget", Level.NotBegun), (kept.Halves[0].Goals[0].Tasks.Single().Terms.Title, kept.Halves[0].Goals[0].Of.Level));
        Assert.Equal(contract.EndsOn, kept.Halves[^1].Days.EndsOn);
        var since = (await StandingAsync(siv)).SinceAgreed!;
        Assert.Equal((1, 4), (since.Goals.Single().Old!.HalfYear, since.Goals.Single().New!.HalfYear));
        Assert.Equal([TaskDifferenceKind.Added, TaskDifferenceKind.Removed], since.Tasks.Differences.Select(difference => difference.Kind));
    }

    [BothDatabases]
    public async Task A_plan_kept_before_a_move_is_read_like_any_other_and_passes_what_waited()
    {
        await SetAsync();
        await PutForwardAsync(siv);
        var waiting = (await StandingAsync(mari)).Waiting!;
        await App.ChangeAsync(async db => await db.Database.ExecuteSqlAsync($"""UPDATE "PlanEditions" SET "Number" = 2, "Reason" = 1"""));

        var standing = await StandingAsync(mari);
        Assert.Null(standing.Waiting);
        Assert.Equal(PlanEditionReason.BeforeMove, standing.Editions.Single().Reason);
        Assert.Equal(PlanEditionReason.BeforeMove, (await SheetAsync(mari, 2))!.Edition!.Reason);
        await Assert.ThrowsAsync<RuleException>(() => AgreeAsync(mari, waiting.Id));
    }

    private async Task SetAsync()
    {
        (mari, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        contract = await Given.ApprenticeshipAsync(mari, instructor: siv);
    }

    private Task<Guid> AddAsync(string title) =>
        App.As(siv).RunAsync((AddPlanTask use) => use.RunAsync(contract.Id, new TaskInput { Title = title, GoalCodes = ["KM9001"] }));

    private Task<int> PutForwardAsync(Person by) => App.As(by).RunAsync((PutPlanForward use) => use.RunAsync(contract.Id));

    private Task AgreeAsync(Person by, Guid edition) => App.As(by).RunAsync((AgreeToPlan use) => use.RunAsync(edition));

    private async Task<ListPlanEditions.Standing> StandingAsync(Person reader) => (await App.As(reader).RunAsync((ListPlanEditions use) => use.RunAsync(contract.Id)))!;

    private Task<ShowPlanSheet.Sheet?> SheetAsync(Person reader, int? edition) => App.As(reader).RunAsync((ShowPlanSheet use) => use.RunAsync(contract.Id, edition));

    private Task<ReadApprenticeHome.View?> HomeAsync() => App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync());
}
