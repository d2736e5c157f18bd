using Apprentices.Domain;
using Apprentices.Features.Placements;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Whoever is to receive an apprentice is told in time and once, as with talks.</summary>
public sealed class HandOverRemindersTests : AppTests
{
    private Person siv = null!;
    private Person ali = null!;
    private Person tor = null!;
    private Apprenticeship contract = null!;

    /// <summary>A Monday, more than a week ahead, and far from the days of any talk.</summary>
    private static DateOnly First => TestClock.FirstDay.AddDays(14 + ((8 - (int)TestClock.FirstDay.DayOfWeek) % 7));

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.RemindOnlyOfAsync(ReminderSubject.HandOver);
        (siv, ali, tor) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Ali Khan"), await Given.TrainingManagerAsync("Tor Eide"));
        contract = await Given.ApprenticeshipAsync(
            await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), startsOn: App.Clock.Today.AddMonths(-2), instructor: siv, trainingManager: tor);
    }

    [BothDatabases]
    public async Task Whoever_receives_her_is_told_a_week_and_a_day_before_and_the_day_after_each_once()
    {
        await PlanAsync();

        // The day before is a Sunday: she is told on the Monday. On the third day the training manager is.
        foreach (var (days, told) in new[] { (-8, 0), (-7, 1), (-6, 0), (-3, 0), (-1, 0), (0, 1), (1, 1), (2, 0), (3, 1) })
        {
            App.Clock.Set(First.AddDays(days));
            Assert.Equal(told, await QueueAsync());
            Assert.Equal(0, await QueueAsync());
            Assert.Equal(told, await SendAsync());
            Assert.Equal(0, await SendAsync());
        }

        Assert.Equal([ali.Email, ali.Email, ali.Email, tor.Email], (await MailServer.WaitForAsync(4)).Select(mail => mail.To[0]));
        Assert.Equal([-7, -1, 1, 3], (await RemindersAsync()).Select(r => r.Step));
    }

    [BothDatabases]
    public async Task The_mail_says_for_whom_by_given_name_and_from_when_and_no_more()
    {
        var id = await PlanAsync();
        await App.As(siv).RunAsync((WriteHandOver use) => use.RunAsync(id, new WriteHandOver.Input { OpenActions = "Hemmelig innhold" }));
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();
        await SendAsync();

        var mail = Assert.Single(await MailServer.WaitForAsync(1));
        Assert.Contains("Ingrid", mail.Text! + mail.Html, StringComparison.Ordinal);
        Assert.Contains(PlacementLinks.HandOver(id), mail.Text! + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Solheim", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig", mail.Text! + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ingrid", mail.Subject, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Her_inbox_shows_it_before_she_follows_her_up_and_says_when_it_is_confirmed()
    {
        var id = await PlanAsync();
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();

        var row = Assert.Single((await InboxAsync()).Rows);
        Assert.Equal((id, "Ingrid Solheim", false), (row.About.Id, row.About.FullName!, row.IsSettled));

        await App.As(ali).RunAsync((ConfirmHandOver use) => use.RunAsync(id, 0));
        Assert.True(Assert.Single((await InboxAsync()).Rows).IsSettled);
        Assert.Equal(1, await App.As(ali).RunAsync((MarkReminderRead use) => use.RunAsync(null)));
    }

    [BothDatabases]
    public async Task Moved_given_to_another_or_confirmed_what_is_unsent_is_called_off()
    {
        var (id, bo) = (await PlanAsync(), await Given.InstructorAsync("Bo Li"));
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();
        await ChangeAsync(id, First.AddDays(28), ali, version: 0);
        Assert.Equal(0, await SendAsync());
        await QueueAsync();
        Assert.NotNull(Assert.Single(await RemindersAsync()).CancelledAt);

        App.Clock.Set(First.AddDays(21));
        await QueueAsync();
        await ChangeAsync(id, First.AddDays(28), bo, version: 1);
        Assert.Equal(1, await QueueAsync());
        Assert.Equal([(ali.Id, true), (ali.Id, true), (bo.Id, false)], (await RemindersAsync()).OrderBy(r => r.QueuedAt).ThenBy(r => r.RecipientId == bo.Id).Select(r => (r.RecipientId, r.CancelledAt != null)));

        await App.As(bo).RunAsync((ConfirmHandOver use) => use.RunAsync(id, 2));
        Assert.Equal(0, await SendAsync());
        Assert.All(await RemindersAsync(), reminder => Assert.NotNull(reminder.CancelledAt));
    }

    [BothDatabases]
    public async Task With_the_placement_its_reminders_go()
    {
        var id = await PlanAsync();
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();

        await App.As(tor).RunAsync((RemovePlacement use) => use.RunAsync(id, 0));

        Assert.Equal(0, await SendAsync());
        Assert.Empty(await RemindersAsync());
    }

    [BothDatabases]
    public async Task Moved_away_and_back_before_anything_was_sent_the_promise_holds_again()
    {
        var id = await PlanAsync();
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();
        await ChangeAsync(id, First.AddDays(28), ali, version: 0);
        await QueueAsync();
        await ChangeAsync(id, First, ali, version: 1);

        Assert.Equal(1, await QueueAsync());
        Assert.Equal(1, await SendAsync());
    }

    [BothDatabases]
    public async Task Nobody_is_told_of_a_period_whose_instructor_stays_the_same()
    {
        await PlanAsync(siv);
        App.Clock.Set(First.AddDays(-7));

        Assert.Equal(0, await QueueAsync());
    }

    [BothDatabases]
    public async Task What_waits_is_the_same_in_SQL_and_in_memory()
    {
        await PlanAsync();
        await PlanAsync(siv, First.AddDays(120));
        foreach (var day in new[] { First.AddDays(-8), First.AddDays(-7), First, First.AddDays(60), First.AddDays(61), First.AddDays(113), First.AddDays(120) })
        {
            var rule = Placement.WaitsForConfirmationOn(day);
            var inSql = await App.DbAsync(db => db.Placements.Where(rule).Select(p => p.Id).ToListAsync());
            var all = await App.DbAsync(db => db.Placements.Include(p => p.Apprenticeship).ThenInclude(a => a.Assignments).ToListAsync());

            Assert.Equal(all.Where(rule.Compile()).Select(p => p.Id).Order(), inSql.Order());
        }
    }

    [BothDatabases]
    public async Task Two_who_queue_and_send_at_once_tell_her_once()
    {
        await PlanAsync();
        App.Clock.Set(First.AddDays(-7));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(QueueAsync)));
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(SendAsync)));

        Assert.Single(await RemindersAsync());
        Assert.Equal(1, sent.Sum());
        Assert.Single(await MailServer.WaitForAsync(1));
    }

    [BothDatabases]
    public async Task Killed_between_sending_and_marking_it_is_sent_again_under_the_same_id()
    {
        await PlanAsync();
        App.Clock.Set(First.AddDays(-7));
        await QueueAsync();
        await SendAsync();
        await App.ChangeAsync(db => db.ReminderMails.ForEachAsync(mail => db.Entry(mail).Property(row => row.SentAt).CurrentValue = null));

        App.Clock.Advance(SendQueuedReminders.Lease);
        Assert.Equal(1, await SendAsync());

        Assert.Single((await MailServer.WaitForAsync(2)).Select(mail => mail.MessageId).Distinct());
    }

    private Task<Guid> PlanAsync(Person? receiver = null, DateOnly? from = null) => Plan(receiver ?? ali, from ?? First);

    private async Task<Guid> Plan(Person receiver, DateOnly from)
    {
        var place = await Given.WorkplaceAsync("Brukerstøtte");
        return await App.As(tor).RunAsync((PlanPlacement use) => use.RunAsync(
            contract.Id, new PlacementInput { WorkplaceId = place.Id, InstructorId = receiver.Id, FromOn = from, ToOn = from.AddDays(60) }));
    }

    private async Task ChangeAsync(Guid id, DateOnly from, Person receiver, int version)
    {
        var place = await Given.WorkplaceAsync("Brukerstøtte");
        await App.As(tor).RunAsync((ChangePlacement use) => use.RunAsync(
            id, new PlacementInput { WorkplaceId = place.Id, InstructorId = receiver.Id, FromOn = from, ToOn = from.AddDays(60), Version = version }));
    }

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

    private Task<ListInbox.Result> InboxAsync() => App.As(ali).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)));

    private Task<List<Reminder>> RemindersAsync() => App.DbAsync(db => db.Reminders.Where(r => r.PlacementId != null).OrderBy(r => r.Step).ToListAsync());
}
