using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Who may not come in any more is told nothing; what waited for her waits for whoever answers for it then.</summary>
public sealed class GonePeopleTests : AppTests
{
    private Person hr = null!;
    private Person apprentice = null!;
    private Person instructor = null!;
    private Person manager = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.RemindOnlyOfAsync(ReminderSubject.Talk);
        (apprentice, instructor, manager, hr) = (
            await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.HrAsync());
        await Given.ApprenticeshipAsync(
            apprentice, startsOn: App.Clock.Today.AddDays(8).AddMonths(-6), instructor: instructor, trainingManager: manager, hrContact: hr);
    }

    [BothDatabases]
    public async Task Nothing_is_promised_her()
    {
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(instructor.Id));

        await QueueAsync();

        Assert.Equal(new[] { apprentice.Id, manager.Id }.Order(), (await RecipientsAsync()).Order());
    }

    [BothDatabases]
    public async Task Where_all_who_follow_her_up_are_gone_HR_is_told_when_nothing_happens()
    {
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(instructor.Id));
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(manager.Id));

        await QueueAsync();
        Assert.Equal([apprentice.Id], await RecipientsAsync());

        App.Clock.Advance(TimeSpan.FromDays(7 + 14));
        await QueueAsync();
        Assert.Contains(hr.Id, await RecipientsAsync());
        Assert.DoesNotContain(manager.Id, await RecipientsAsync());
    }

    [BothDatabases]
    public async Task What_was_promised_her_before_is_not_sent()
    {
        await QueueAsync();
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(instructor.Id));

        Assert.Equal(2, await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync()));

        var mails = await MailServer.WaitForAsync(2);
        Assert.DoesNotContain(mails, mail => mail.To.Contains(instructor.Email));
    }

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<List<Guid>> RecipientsAsync() => App.DbAsync(db => db.Reminders.Where(reminder => reminder.CancelledAt == null).Select(reminder => reminder.RecipientId).ToListAsync());
}
