using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Together;

public sealed class AgreedActionsTests : AppTests
{
    [BothDatabases]
    public async Task They_are_agreed_on_changed_and_given_up_while_nobody_has_signed()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var id = await scene.AgreeOnAsync(scene.Ingrid, "Lage en plan", scene.Siv);
        var gone = await scene.AgreeOnAsync(scene.Siv, "Noe annet", scene.Siv);
        await App.As(scene.Siv).RunAsync((RemoveAction use) => use.RunAsync(scene.TalkId, gone, 0));

        var input = new ActionInput { What = "Lage en plan for lagring", ResponsibleId = scene.Ingrid.Id, DueOn = App.Clock.Today.AddDays(20) };
        await App.As(scene.Tor).RunAsync((ChangeAction use) => use.RunAsync(scene.TalkId, id, input));
        await Assert.ThrowsAsync<RuleException>(() => App.As(scene.Siv).RunAsync((ChangeAction use) => use.RunAsync(scene.TalkId, id, input)));
        await Assert.ThrowsAsync<RuleException>(() => App.As(scene.Siv).RunAsync((RemoveAction use) => use.RunAsync(scene.TalkId, id, 0)));

        var action = Assert.Single((await scene.ReadAsync(scene.Nina))!.Actions);
        Assert.Equal(("Lage en plan for lagring", "Ingrid Solheim", 1), (action.What, action.ResponsibleName, action.Version));
    }

    [BothDatabases]
    public async Task Responsible_is_somebody_in_the_talk_and_the_day_is_not_past()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var stranger = await Given.InstructorAsync();

        await Assert.ThrowsAsync<RuleException>(() => scene.AgreeOnAsync(scene.Siv, "Lage en plan", stranger));
        await Assert.ThrowsAsync<RuleException>(() => scene.AgreeOnAsync(scene.Siv, "Lage en plan", scene.Ingrid, days: -1));
        await Assert.ThrowsAsync<RuleException>(() => scene.AgreeOnAsync(scene.Siv, " ", scene.Ingrid));
        await scene.AgreeOnAsync(scene.Siv, "I dag", scene.Nina, days: 0);
    }

    [BothDatabases]
    public async Task They_become_tasks_when_the_talk_is_held_due_soonest_first_and_are_done_and_taken_back()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await scene.AgreeOnAsync(scene.Siv, "Senere", scene.Ingrid, days: 40);
        var first = await scene.AgreeOnAsync(scene.Siv, "Snart", scene.Ingrid, days: 3);
        await scene.AgreeOnAsync(scene.Siv, "Til HR", scene.Nina, days: 3);
        Assert.Equal(0, (await ListAsync(scene.Ingrid)).Total);
        await scene.AnswerAllAsync();
        await scene.FinishAsync(scene.Siv);

        Assert.Equal(["Snart", "Senere"], (await ListAsync(scene.Ingrid)).Rows.Select(row => row.What));
        Assert.Equal(["Snart"], (await ListAsync(scene.Ingrid, ListOwnActions.Which.Waiting)).Rows.Select(row => row.What));
        Assert.Equal(1, (await App.As(scene.Nina).RunAsync((ShowOverview use) => use.RunAsync())).OwnActions);

        // The one responsible does it, and so may who follows her up; nobody else.
        await SettleAsync(scene.Ingrid, first);
        Assert.Equal((App.Clock.Today, scene.Ingrid.Id), await DoneAsync(first));
        Assert.Equal(["Snart"], (await ListAsync(scene.Ingrid, ListOwnActions.Which.Done)).Rows.Select(row => row.What));
        await SettleAsync(scene.Siv, first, done: false);
        Assert.Equal((null, null), await DoneAsync(first));
        await Assert.ThrowsAsync<NotThereException>(() => SettleAsync(scene.Nina, first));
    }

    [BothDatabases]
    public async Task A_record_shows_them_to_those_who_may_read_its_talks_alone()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await scene.AgreeOnAsync(scene.Siv, "Lage en plan", scene.Ingrid);
        await scene.AnswerAllAsync();
        await scene.FinishAsync(scene.Siv);
        var other = await Given.HrAsync();
        Task<ListActionsOfApprenticeship.View> OfRecordAsync(Person who) => App.As(who).RunAsync((ListActionsOfApprenticeship use) => use.RunAsync(scene.Contract.Id));

        foreach (var (reader, settles) in new[] { (scene.Ingrid, true), (scene.Siv, true), (scene.Tor, true), (scene.Nina, false) })
        {
            Assert.Equal(settles, Assert.Single((await OfRecordAsync(reader)).Rows).MaySettle);
        }

        Assert.Equal(0, (await OfRecordAsync(other)).Total);
        var read = await App.DbAsync(db => db.AccessTraces
            .Where(trace => trace.What == Opened.Talk && trace.UseCase == nameof(ListActionsOfApprenticeship)).Select(trace => trace.Reader.PersonId!.Value).ToListAsync());
        Assert.Equal(new[] { scene.Siv.Id, scene.Tor.Id, scene.Nina.Id }.Order(), read.Order());
    }

    [BothDatabases]
    public async Task What_is_put_off_waits_again_tomorrow()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var id = await scene.AgreeOnAsync(scene.Siv, "Sette av tid", scene.Siv, days: 2);
        await scene.AnswerAllAsync();
        await scene.FinishAsync(scene.Siv);
        Assert.Equal(1, (await ListAsync(scene.Siv, ListOwnActions.Which.Waiting)).Total);

        await App.As(scene.Siv).RunAsync((PutOffAction use) => use.RunAsync(id));
        Assert.Equal(0, (await ListAsync(scene.Siv, ListOwnActions.Which.Waiting)).Total);
        Assert.Equal(1, (await ListAsync(scene.Siv)).Total);
        App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await ListAsync(scene.Siv, ListOwnActions.Which.Waiting)).Total);
    }

    private Task<ListOwnActions.View> ListAsync(Person who, ListOwnActions.Which which = ListOwnActions.Which.Open) => App.As(who).RunAsync((ListOwnActions use) => use.RunAsync(which));

    private Task SettleAsync(Person who, Guid id, bool done = true) => App.As(who).RunAsync((SettleAction use) => use.RunAsync(id, done));

    private async Task<(DateOnly?, Guid?)> DoneAsync(Guid id)
    {
        var action = await App.DbAsync(db => db.AgreedActions.SingleAsync(one => one.Id == id));
        return (action.DoneOn, action.DoneById);
    }
}
