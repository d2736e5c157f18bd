using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Reminders;

public sealed class InboxTests : AppTests
{
    [BothDatabases]
    public async Task Everybody_sees_her_own_reminders_and_marks_only_those_as_read()
    {
        var (apprentice, instructor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

        var hers = await ListAsync(apprentice);
        Assert.Equal((1, 1, true), (hers.Total, hers.Unread, hers.Rows[0].IsOwn));
        Assert.Equal(0, await MarkAsync(instructor, hers.Rows[0].Id));
        Assert.Equal(1, await MarkAsync(apprentice, hers.Rows[0].Id));
        Assert.Equal(0, (await ListAsync(apprentice)).Unread);
        Assert.Equal(1, await MarkAsync(instructor, id: null));
    }

    [BothDatabases]
    public async Task Whoever_no_longer_follows_the_apprentice_up_no_longer_reads_of_her_talks()
    {
        var (apprentice, instructor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        Assert.Equal(1, (await ListAsync(instructor)).Unread);

        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync();
            contract.EndAssignment(contract.Assignments[0], App.Clock.Today.AddDays(-1));
        });

        Assert.Equal((0, 0), ((await ListAsync(instructor)).Total, (await ListAsync(instructor)).Unread));
        Assert.Equal(0, await MarkAsync(instructor, id: null));
        Assert.Equal(1, (await ListAsync(apprentice)).Total);
    }

    [BothDatabases]
    public async Task What_is_put_aside_leaves_the_list_and_is_taken_up_again_by_its_owner_alone()
    {
        var (apprentice, instructor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        var id = (await ListAsync(apprentice)).Rows[0].Id;

        await Assert.ThrowsAsync<NotThereException>(() => DoneAsync(instructor, id, isDone: true));
        await DoneAsync(apprentice, id, isDone: true);
        Assert.Equal((0, 0), ((await ListAsync(apprentice)).Total, (await ListAsync(apprentice)).Unread));
        Assert.Equal([id], (await ListAsync(apprentice, new(InboxShow.Done))).Rows.Select(row => row.Id));
        Assert.Equal([(InboxShow.Open, 0), (InboxShow.Unread, 0), (InboxShow.Done, 1), (InboxShow.All, 1)], (await ListAsync(apprentice)).Shown.Select(show => (show.Key, show.Value)));

        // The reminder is put aside; what it is about is not done by it.
        Assert.False((await ListAsync(apprentice, new(InboxShow.Done))).Rows[0].IsSettled);
        await DoneAsync(apprentice, id, isDone: false);
        Assert.Equal((1, 0, null), ((await ListAsync(apprentice)).Total, (await ListAsync(apprentice)).Unread, (await ListAsync(apprentice)).Rows[0].DoneAt));
    }

    [BothDatabases]
    public async Task It_is_narrowed_by_what_it_is_about_and_counted_for_each()
    {
        var (apprentice, instructor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        await Given.EvaluationAsync(App.Clock.Today, instructor: instructor);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

        Assert.Equal(2, (await ListAsync(instructor, new(Kind: ReminderSubject.Talk))).Total);
        Assert.Equal(0, (await ListAsync(instructor, new(Kind: ReminderSubject.Signature))).Total);
        Assert.Equal(2, (await ListAsync(instructor)).Kinds[ReminderSubject.Talk]);
        Assert.DoesNotContain(ReminderSubject.Signature, (await ListAsync(instructor)).Kinds.Keys);
    }

    [BothDatabases]
    public async Task Whose_inbox_is_different_is_told_so_at_once_and_nobody_else()
    {
        var (apprentice, instructor, other) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync(), await Given.InstructorAsync());
        var talk = await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        var channel = App.Services.GetRequiredService<InboxChannel>();
        Dictionary<Guid, int> heard = new() { [apprentice.Id] = 0, [instructor.Id] = 0, [other.Id] = 0 };
        var seats = heard.Keys.ToList().ConvertAll(id => channel.Listen(id, () => heard[id]++));

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        Assert.Equal([1, 1], More());
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        Assert.Equal([1, 1], More());

        var id = (await ListAsync(apprentice)).Rows[0].Id;
        await MarkAsync(apprentice, id);
        await DoneAsync(apprentice, id, isDone: true);
        Assert.Equal([3, 1], More());

        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == talk.Id)).Waive("Sluttet."));
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        Assert.Equal([4, 2], More());

        seats.ForEach(seat => seat.Dispose());
        var before = heard.Values.ToList();
        channel.Say(heard.Keys);
        Assert.Equal(before, heard.Values);

        // A wire that was cut and is there again tells everybody, whatever has happened: the other one is told that alone.
        IEnumerable<int> More() => new[] { apprentice, instructor }.Select(person => heard[person.Id] - heard[other.Id]);
    }

    private Task DoneAsync(Person person, Guid id, bool isDone) => App.As(person).RunAsync((MarkReminderDone use) => use.RunAsync(id, isDone));

    private Task<ListInbox.Result> ListAsync(Person person, ListInbox.Query query) => App.As(person).RunAsync((ListInbox use) => use.RunAsync(new(0, 50), query));

    private Task<ListInbox.Result> ListAsync(Person person) => App.As(person).RunAsync((ListInbox use) => use.RunAsync(new(0, 50)));

    private Task<int> MarkAsync(Person person, Guid? id) => App.As(person).RunAsync((MarkReminderRead use) => use.RunAsync(id));
}
