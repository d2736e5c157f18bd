using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

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

    private Task<ListInbox.Result> ListAsync(Person person) => App.As(person).RunAsync((ListInbox use) => use.RunAsync(new(0, 50)));

    private Task<int> MarkAsync(Person person, Guid? id) => App.As(person).RunAsync((MarkReminderRead use) => use.RunAsync(id));
}
