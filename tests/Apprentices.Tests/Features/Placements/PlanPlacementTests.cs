using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Placements;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Placements;

public sealed class PlanPlacementTests : AppTests
{
    private Person ingrid = null!;
    private Person siv = null!;
    private Person tor = null!;
    private Person ali = null!;
    private Workplace support = null!;
    private Apprenticeship contract = null!;

    private DateOnly Monday => App.Clock.Today.AddDays(28 - (((int)App.Clock.Today.DayOfWeek + 6) % 7));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (ingrid, siv, tor, ali) = (
            await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), await Given.InstructorAsync("Siv Åmot"),
            await Given.TrainingManagerAsync("Tor Eide"), await Given.InstructorAsync("Ali Khan"));
        support = await Given.WorkplaceAsync("Brukerstøtte");
        contract = await Given.ApprenticeshipAsync(ingrid, instructor: siv, trainingManager: tor);
    }

    [BothDatabases]
    public async Task Whoever_receives_her_follows_her_up_from_the_first_day_and_sees_nothing_of_the_record_before()
    {
        await PlanAsync(Monday, ali);

        Assert.Null(await SeenAsync(ali));
        App.Clock.Set(Monday.AddDays(-1));
        Assert.Null(await SeenAsync(ali));
        Assert.NotNull(await SeenAsync(siv));
        App.Clock.Set(Monday);
        Assert.NotNull(await SeenAsync(ali));
        Assert.Null(await SeenAsync(siv));
    }

    [BothDatabases]
    public async Task Planned_otherwise_and_taken_out_again_the_former_instructor_stays()
    {
        var id = await PlanAsync(Monday, ali);

        await App.As(tor).RunAsync((ChangePlacement use) => use.RunAsync(id, Input(Monday.AddDays(7), ali)));
        Assert.Equal([(siv.Id, Monday.AddDays(6)), (ali.Id, null)], await InstructorsAsync());

        await App.As(tor).RunAsync((RemovePlacement use) => use.RunAsync(id, version: 1));
        Assert.Equal([(siv.Id, null)], await InstructorsAsync());
        Assert.Empty((await SeenAsync(siv))!.Rows);
    }

    [BothDatabases]
    public async Task The_duties_are_counted_anew_with_it_and_nothing_is_left_to_count()
    {
        await PlanAsync(Monday, ali);

        var counted = await DutiesAsync();
        await App.AsNobody().RunAsync((RefreshDuties use) => use.RunAsync());

        Assert.NotEmpty(counted);
        Assert.Equal(counted, await DutiesAsync());
    }

    [BothDatabases]
    public async Task Of_two_who_change_the_same_the_later_one_looks_again()
    {
        var id = await PlanAsync(Monday, ali);
        await App.As(tor).RunAsync((ChangePlacement use) => use.RunAsync(id, Input(Monday.AddDays(7), ali)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            App.As(tor).RunAsync((ChangePlacement use) => use.RunAsync(id, Input(Monday.AddDays(14), ali))));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(tor).RunAsync((RemovePlacement use) => use.RunAsync(id, version: 0)));
    }

    [BothDatabases]
    public async Task Only_people_who_train_may_be_chosen_and_by_name_alone()
    {
        var hr = await Given.HrAsync();
        var shown = await App.As(tor).RunAsync((ShowPlacements use) => use.RunAsync(contract.Id));

        Assert.Equal(["Tor Eide", "Ali Khan", "Siv Åmot"], shown!.Receivers.Select(name => name.Name));
        await Assert.ThrowsAsync<NotThereException>(() => PlanAsync(Monday, hr));
        Assert.Empty((await App.As(ingrid).RunAsync((ShowPlacements use) => use.RunAsync()))!.Receivers);
    }

    [BothDatabases]
    public async Task Nobody_plans_her_own_placements()
    {
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == ingrid.Id)).Grant(Roles.Hr));

        Assert.False((await App.As(ingrid).RunAsync((ShowPlacements use) => use.RunAsync(contract.Id)))!.MayPlan);
        await Assert.ThrowsAsync<NotThereException>(() =>
            App.As(ingrid).RunAsync((PlanPlacement use) => use.RunAsync(contract.Id, Input(Monday, null))));
    }

    [BothDatabases]
    public async Task What_stands_out_is_told_from_the_tasks_of_her_plan()
    {
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Tasks).Include(a => a.Interruptions).SingleAsync(a => a.Id == contract.Id);
            record.AddTask(new TaskTerms("Svare på telefon", TaskKind.Task, 2) { WorkplaceId = support.Id }, ["KM9001"]);
            record.AddTask(new TaskTerms("Rydde", TaskKind.Task, 2), ["KM9002"]);
        });

        var before = (await SeenAsync(tor))!.Review;
        await PlanAsync(Monday, null);
        var after = (await SeenAsync(tor))!.Review;

        Assert.Equal("Svare på telefon", Assert.Single(before.MisplacedTasks).Title);
        Assert.Contains(before.UncoveredGoals, goal => goal.Code == "KM9001");
        Assert.DoesNotContain(after.UncoveredGoals, goal => goal.Code is "KM9001" or "KM9002");
        Assert.Empty(after.MisplacedTasks);
        Assert.NotEmpty(after.Gaps);
    }

    [BothDatabases]
    public async Task What_is_shown_takes_as_many_statements_for_twenty_periods_as_for_one()
    {
        await PlanAsync(Monday, ali);
        _ = await SeenAsync(tor);
        var few = await App.Sql.CountAsync(() => SeenAsync(tor));

        for (var week = 1; week < 20; week++)
        {
            await PlanAsync(Monday.AddDays(7 * week), week % 2 == 0 ? ali : siv);
        }

        Assert.Equal(few, await App.Sql.CountAsync(() => SeenAsync(tor)));
        Assert.InRange(few, 1, 10);
    }

    private Task<Guid> PlanAsync(DateOnly from, Person? receiver) =>
        App.As(tor).RunAsync((PlanPlacement use) => use.RunAsync(contract.Id, Input(from, receiver)));

    private PlacementInput Input(DateOnly from, Person? receiver) =>
        new() { WorkplaceId = support.Id, InstructorId = receiver?.Id, FromOn = from, ToOn = from.AddDays(60) };

    private Task<ShowPlacements.Result?> SeenAsync(Person person) => App.As(person).RunAsync((ShowPlacements use) => use.RunAsync(contract.Id));

    private async Task<IEnumerable<(DutyKey, DateOnly)>> DutiesAsync() => (await App.DbAsync(db => db.TrackedDuties.Where(d => d.ApprenticeshipId != null).OrderBy(d => d.Id).ToListAsync()))
        .Select(d => (d.Key, d.DueOn));

    private async Task<IEnumerable<(Guid, DateOnly?)>> InstructorsAsync() => (await App.DbAsync(db => db.Assignments
        .Where(a => a.Role == AssignmentRole.Instructor).OrderBy(a => a.FromOn).ToListAsync())).Select(a => (a.PersonId, a.ToOn));
}
