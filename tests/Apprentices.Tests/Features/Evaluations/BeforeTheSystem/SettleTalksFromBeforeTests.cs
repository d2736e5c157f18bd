using Apprentices.Domain;
using Apprentices.Features.Evaluations.BeforeTheSystem;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Features.Evaluations.BeforeTheSystem.SettleTalksFromBefore;

namespace Apprentices.Tests.Features.Evaluations.BeforeTheSystem;

public sealed class SettleTalksFromBeforeTests : AppTests
{
    private static DateOnly Today => TestClock.FirstDay;

    [BothDatabases]
    public async Task Lists_the_talks_of_ended_and_of_running_contracts()
    {
        var hr = App.As(await Given.HrAsync());
        await EndedAsync();
        await RunningAsync();

        var all = await ListAsync(hr, TalksFromBeforeOf.All);
        var running = await ListAsync(hr, TalksFromBeforeOf.Running);

        Assert.Equal((6, 4, 2, 6), (all.Total, all.Ended, all.Running, all.Rows.Count));
        Assert.Equal([1, 2], running.Rows.Select(row => row.Number));
    }

    [BothDatabases]
    public async Task Settles_all_of_the_ended_contracts_at_once()
    {
        var hr = App.As(await Given.HrAsync());
        await EndedAsync();
        await RunningAsync();

        var settled = await SettleAsync(hr, new Choice(null, TalksFromBeforeOf.Ended), new Input { Outcome = Outcome.Waived, Reason = "Kontrakten er avsluttet" });

        Assert.Equal((4, 2), (settled, (await ListAsync(hr, TalksFromBeforeOf.All)).Total));
        Assert.Equal(4, await App.DbAsync(db => db.Evaluations.CountAsync(e => e.State == EvaluationState.Waived && e.WaivedReason == "Kontrakten er avsluttet")));
    }

    [BothDatabases]
    public async Task Marks_the_chosen_talks_as_held_with_or_without_their_day()
    {
        var hr = App.As(await Given.HrAsync());
        await RunningAsync();
        var rows = (await ListAsync(hr, TalksFromBeforeOf.All)).Rows;

        await SettleAsync(hr, new Choice([rows[0].Id]), new Input { HeldOn = rows[0].DueOn });
        var again = await SettleAsync(hr, new Choice([rows[0].Id, rows[1].Id]), new Input());

        Assert.Equal(1, again);
        var talks = await App.DbAsync(db => db.Evaluations.Where(e => e.State == EvaluationState.HeldBeforeSystem).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal([rows[0].DueOn, null], talks.Select(talk => talk.HeldOn));
    }

    [BothDatabases]
    public async Task Settles_none_when_one_cannot_be()
    {
        var hr = App.As(await Given.HrAsync());
        await EndedAsync();

        await Assert.ThrowsAsync<RuleException>(() => SettleAsync(hr, new Choice(null), new Input { HeldOn = Today.AddDays(1) }));
        await Assert.ThrowsAsync<RuleException>(() => SettleAsync(hr, new Choice(null), new Input { Outcome = Outcome.Waived, Reason = " " }));

        Assert.Equal(4, (await ListAsync(hr, TalksFromBeforeOf.All)).Total);
    }

    [BothDatabases]
    public async Task Asks_as_many_statements_for_a_few_talks_as_for_many()
    {
        var hr = App.As(await Given.HrAsync());
        await EndedAsync();
        var few = await App.Sql.CountAsync(() => ListAsync(hr, TalksFromBeforeOf.All));
        await EndedAsync();
        await RunningAsync();

        Assert.Equal(few, await App.Sql.CountAsync(() => ListAsync(hr, TalksFromBeforeOf.All)));
    }

    [Fact]
    public async Task Is_for_hr_alone()
    {
        var apprenticeship = await EndedAsync();
        var talk = apprenticeship.Evaluations[0].Id;
        foreach (var person in new[] { await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.AdministratorAsync(), await Given.PersonAsync(Roles.Apprentice) })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => ListAsync(App.As(person), TalksFromBeforeOf.All));
            await Assert.ThrowsAsync<NotAllowedException>(() => SettleAsync(App.As(person), new Choice([talk]), new Input()));
        }
    }

    private Task<Apprenticeship> EndedAsync() => Given.ApprenticeshipAsync(startsOn: new DateOnly(2020, 8, 17), enteredOn: Today);

    private Task<Apprenticeship> RunningAsync() => Given.ApprenticeshipAsync(startsOn: new DateOnly(2025, 8, 18), enteredOn: Today);

    private static Task<ListTalksFromBefore.Result> ListAsync(Acting acting, TalksFromBeforeOf contracts) =>
        acting.RunAsync((ListTalksFromBefore list) => list.RunAsync(contracts, page: 1));

    private static Task<int> SettleAsync(Acting acting, Choice choice, Input input) =>
        acting.RunAsync((SettleTalksFromBefore settle) => settle.RunAsync(choice, input));
}
