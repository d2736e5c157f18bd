using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Features.Evaluations.Preparation;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Who is to prepare a talk whose day is agreed is reminded of it before that day, and nobody else.</summary>
public sealed class PreparationRemindersTests : PreparedTalk
{
    private const string Written = "Jeg satte opp en tjener.";

    /// <summary>A Tuesday: a week before it is one as well, and two days before it a Sunday.</summary>
    private static readonly DateOnly Agreed = TestClock.FirstDay.AddDays(21);

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.RemindOnlyOfAsync(ReminderSubject.Preparation);
        await PlanAsync(Agreed);
    }

    [BothDatabases]
    public async Task Those_who_have_not_handed_in_are_told_a_week_and_two_days_before()
    {
        await ToldAsync(Agreed.AddDays(-8));
        await ToldAsync(Agreed.AddDays(-7), Apprentice, Instructor);
        await HandInAsync(Apprentice, Written);

        Assert.True(Assert.Single(await InboxAsync(Apprentice)).IsSettled);
        Assert.Equal((false, false), (Assert.Single(await InboxAsync(Instructor)) is var open ? (open.IsSettled, open.HasMoved) : default));
        await ToldAsync(Agreed.AddDays(-2));
        await ToldAsync(Agreed.AddDays(-1), Instructor);
        await HandInAsync(Instructor, Written);

        Assert.All(await InboxAsync(Instructor), row => Assert.True(row.IsSettled));
        await ToldAsync(Agreed);
        var mails = await MailServer.MailsAsync();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, mail => Assert.Contains(EvaluationLinks.Prepare(Talk.Id), mail.Text!, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("Ås", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal));
        Assert.Equal(["Påminnelse: forbered samtalen tirsdag 6. oktober 2026"], mails.Select(mail => mail.Subject).Distinct());
        Assert.Contains("Halvårssamtale 1 med Mari er avtalt til tirsdag 6. oktober 2026, og forberedelsen er ikke levert ennå.", mails.First(mail => mail.To[0] == Instructor.Email).Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Taken_back_it_waits_again_and_handed_in_an_hour_before_the_mail_it_is_not_sent()
    {
        await HandInAsync(Apprentice, Written);
        await TakeBackAsync(Apprentice);
        App.Clock.Set(Agreed.AddDays(-7));
        await QueueAsync();
        await HandInAsync(Apprentice, Written);
        await SendAsync();

        Assert.Equal([Instructor.Email], (await MailServer.MailsAsync()).Select(mail => mail.To[0]));
        Assert.NotNull((await App.DbAsync(db => db.Reminders.SingleAsync(r => r.RecipientId == Apprentice.Id))).CancelledAt);
    }

    [BothDatabases]
    public async Task The_training_manager_is_told_where_she_has_begun_and_no_more_once_she_has_handed_in()
    {
        await SaveAsync(Manager, Written);
        await ToldAsync(Agreed.AddDays(-7), Apprentice, Instructor, Manager);
        await HandInAsync(Manager, Written);

        await ToldAsync(Agreed.AddDays(-1), Apprentice, Instructor);
        await EndInstructorsAsync();
        await PlanAsync(Agreed.AddDays(7));
        await ToldAsync(Agreed, Apprentice);
        await TakeBackAsync(Manager);
        await ToldAsync(Agreed.AddDays(1), Manager);
    }

    [BothDatabases]
    public async Task Where_nobody_is_instructor_the_training_manager_is_told()
    {
        App.Clock.Set(Agreed.AddDays(-8));
        await EndInstructorsAsync();
        await ToldAsync(Agreed.AddDays(-7), Apprentice, Manager);
        await HandInAsync(Manager, Written);
        await ToldAsync(Agreed.AddDays(-1), Apprentice);

        Assert.Contains(EvaluationLinks.Prepare(Talk.Id), (await MailServer.MailsAsync()).Single(mail => mail.To[0] == Manager.Email).Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_day_that_is_moved_or_called_off_takes_its_reminders_with_it()
    {
        App.Clock.Set(Agreed.AddDays(-7));
        await QueueAsync();
        await PlanAsync(Agreed.AddDays(14));
        await SendAsync();
        Assert.Empty(await MailServer.MailsAsync());

        await ToldAsync(Agreed);
        await ToldAsync(Agreed.AddDays(7), Apprentice, Instructor);
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).CallOff("Syk", null, App.Clock.GetUtcNow()));
        await ToldAsync(Agreed.AddDays(13));
        Assert.All(await InboxAsync(Apprentice), row => Assert.True(row.IsSettled));
    }

    [BothDatabases]
    public async Task Agreed_at_short_notice_it_is_told_the_next_morning_and_once_the_day_is_over_not_at_all()
    {
        App.Clock.Set(Agreed.AddDays(-1));
        await ToldAsync(Agreed.AddDays(-1), Apprentice, Instructor);
        await PlanAsync(Agreed.AddDays(1));
        await ToldAsync(Agreed, Apprentice, Instructor);
        await PlanAsync(Agreed.AddDays(2));
        await ToldAsync(Agreed.AddDays(3));
    }

    [BothDatabases]
    public async Task A_weekly_mail_that_would_come_after_the_talk_comes_before_it()
    {
        var choice = new NotificationChoice(Instructor.Id);
        choice.Set(MailRhythm.Weekly, DayOfWeek.Friday, inboxOnly: false, null, null);
        await App.ChangeAsync(async db => db.Add(choice));
        await PlanAsync(Agreed.AddDays(1));
        App.Clock.Set(Agreed);
        await QueueAsync();
        await SendAsync();
        Assert.Contains(await MailServer.MailsAsync(), mail => mail.To[0] == Instructor.Email);
    }

    [BothDatabases]
    public async Task Before_the_training_starts_nobody_is_told()
    {
        await App.ChangeAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).ExecuteUpdateAsync(row => row.SetProperty(a => a.StartsOn, Agreed.AddDays(-6))));
        await ToldAsync(Agreed.AddDays(-7));
        await ToldAsync(Agreed.AddDays(-6), Apprentice, Instructor);
    }

    [BothDatabases]
    public async Task Who_is_told_that_another_has_not_prepared_does_not_read_that_it_is_done()
    {
        await SaveAsync(Manager, Written);
        await HandInAsync(Manager, Written);
        await App.ChangeAsync(async db => db.Add(new Leave(Instructor.Id, Agreed.AddDays(-10), Agreed.AddDays(-5), deputyId: null)));
        await ToldAsync(Agreed.AddDays(-7), Apprentice, Manager);
        Assert.False(Assert.Single(await InboxAsync(Manager)).IsSettled);
    }

    [BothDatabases]
    public async Task A_deputy_on_the_record_who_is_told_as_one_reads_that_it_is_done_once_she_has_handed_in()
    {
        await PlanAsync(TestClock.FirstDay.AddDays(3));
        await App.ChangeAsync(async db => db.Add(new Leave(Instructor.Id, TestClock.FirstDay, TestClock.FirstDay.AddDays(3), Deputy.Id)));
        await ToldAsync(TestClock.FirstDay, Apprentice, Deputy);
        Assert.Equal((ReminderRung.Deputy, false), Assert.Single(await InboxAsync(Deputy)) is var told ? (told.Rung, told.IsSettled) : default);

        await HandInAsync(Deputy, Written);
        Assert.True(Assert.Single(await InboxAsync(Deputy)).IsSettled);
    }

    [BothDatabases]
    public async Task What_is_begun_or_asks_nobody_anything_is_not_reminded_of()
    {
        await App.ChangeAsync(async db => (await db.EvaluationForms.ToListAsync()).ForEach(form => db.Entry(form).Property(f => f.RetiredOn).CurrentValue = App.Clock.Today));
        await ToldAsync(Agreed.AddDays(-7));
        await App.ChangeAsync(async db => (await db.EvaluationForms.ToListAsync()).ForEach(form => db.Entry(form).Property(f => f.RetiredOn).CurrentValue = null));
        await BeginAsync();
        await ToldAsync(Agreed.AddDays(-1));
    }

    [BothDatabases]
    public async Task Away_the_training_manager_is_told_in_her_place_and_led_to_the_talk()
    {
        await App.ChangeAsync(async db => db.Add(new Leave(Instructor.Id, Agreed.AddDays(-10), Agreed.AddDays(-5), deputyId: null)));
        await ToldAsync(Agreed.AddDays(-7), Apprentice, Manager);

        var mail = (await MailServer.MailsAsync()).Single(mail => mail.To[0] == Manager.Email);
        Assert.Contains(EvaluationLinks.Talk(Talk.Id), mail.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(EvaluationLinks.Prepare(Talk.Id), mail.Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task What_is_foreseen_is_what_comes()
    {
        var foreseen = (await App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(30)))
            .Select(row => (row.On, row.Item.RecipientId, row.Item.Step, ReminderWords.Title(row.Item, "Mari"))).ToHashSet();
        Assert.Equal(4, foreseen.Count);
        Assert.Contains((Agreed.AddDays(-1), Instructor.Id, -2, "Forberedelse: Halvårssamtale 1 med Mari"), foreseen);

        for (var day = TestClock.FirstDay; day <= Agreed; day = day.AddDays(1))
        {
            App.Clock.Set(day);
            await QueueAsync();
            await SendAsync();
        }

        var told = await App.DbAsync(db => db.Reminders.Select(r => new { r.Mail!.SentAt, r.RecipientId, r.Step }).ToListAsync());
        Assert.Equal(foreseen.Select(one => (one.On, one.RecipientId, one.Step)).Order(), told.Select(one => (App.Clock.DayOf(one.SentAt!.Value), one.RecipientId, one.Step)).Order());
    }

    private Task EndInstructorsAsync() => App.ChangeAsync(async db =>
    {
        var contract = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == Contract.Id);
        foreach (var instructor in contract.Assignments.Where(s => s.Role == AssignmentRole.Instructor && s.ToOn is null).ToList())
        {
            contract.EndAssignment(instructor, App.Clock.Today.AddDays(-1));
        }
    });

    private Task PlanAsync(DateOnly day) => App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).PlanOn(day));

    /// <summary>On that day those are told, and written to.</summary>
    private async Task ToldAsync(DateOnly day, params Person[] people)
    {
        App.Clock.Set(day);
        await QueueAsync();
        var told = await App.DbAsync(db => db.Reminders.Where(Reminder.Waiting).Select(r => r.RecipientId).ToListAsync());
        Assert.Equal((day, string.Join(',', people.Select(person => person.Id).Order())), (day, string.Join(',', told.Order())));
        await SendAsync();
    }

    private async Task<IReadOnlyList<ReminderItem>> InboxAsync(Person person) => (await App.As(person).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows;

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
}
