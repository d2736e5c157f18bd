using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Log entries that wait to be decided on, and logs that have gone quiet: told by the definitions the screens have.</summary>
public sealed class WaitingRemindersTests : AppTests
{
    /// <summary>Those of the settings as they ship.</summary>
    private const int WaitingDays = 7;
    private const int QuietDays = 14;

    private Person siv = null!;
    private Person tor = null!;
    private Person nina = null!;
    private Person ingrid = null!;
    private Apprenticeship contract = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (siv, tor, nina) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"), await Given.HrAsync("Nina Dahl"));
        ingrid = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        contract = await Given.ApprenticeshipAsync(ingrid, startsOn: App.Clock.Today.AddMonths(-2), instructor: siv, trainingManager: tor, hrContact: nina);
    }

    [BothDatabases]
    public async Task Entries_nobody_decides_on_climb_from_the_instructor_to_the_training_manager_and_to_HR()
    {
        await HandInAsync();
        await ClimbsAsync(ReminderSubject.EntriesWaiting, App.Clock.Today.AddDays(WaitingDays), (-1, []), (0, [siv]), (7, [siv]), (14, [tor]), (28, [nina]), (31, []));

        Assert.Equal(["Named", "Named", "TrainingManager", "Hr"], (await AllAsync(ReminderSubject.EntriesWaiting)).Select(r => r.Rung.ToString()));
        var mails = (await MailServer.MailsAsync()).Where(mail => mail.Text!.Contains("oggføringer fra Ingrid", StringComparison.Ordinal)).ToList();
        Assert.Equal(new[] { siv.Email, siv.Email, tor.Email, nina.Email }, mails.Select(mail => mail.To[0]));
        Assert.All(mails.SkipLast(1), mail => Assert.Contains(ProgressLogLinks.Waiting(contract.Id, week: null), mail.Text!, StringComparison.Ordinal));

        // HR is led to the record and not to what the entries say; nobody's mail says it.
        Assert.Contains(ApprenticeshipLinks.Record(contract.Id), mails[^1].Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(ProgressLogLinks.Approvals, mails[^1].Text!, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain("Hemmelig", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal));
        Assert.Contains((await InboxAsync(nina)).Rows, row => row.Subject == ReminderSubject.EntriesWaiting && row.About.FullName == "Ingrid Solheim");
    }

    [BothDatabases]
    public async Task Entries_decided_on_an_hour_before_the_mail_are_not_told_of_and_a_younger_one_has_its_own_day()
    {
        var day = App.Clock.Today;
        var first = await HandInAsync();
        App.Clock.Set(day.AddDays(3));
        var second = await HandInAsync();
        App.Clock.Set(day.AddDays(WaitingDays));
        await QueueAsync();
        Assert.Equal([siv.Id], await WaitingAsync(ReminderSubject.EntriesWaiting));
        Assert.Equal((false, false), ChipOf((await InboxAsync(siv)).Rows));

        await DecideAsync(first, isManager: false);
        await SendAsync();
        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.To[0] == siv.Email);
        Assert.NotNull(Assert.Single(await AllAsync(ReminderSubject.EntriesWaiting)).CancelledAt);

        App.Clock.Set(day.AddDays(3 + WaitingDays));
        await QueueAsync();
        Assert.Equal([siv.Id], await WaitingAsync(ReminderSubject.EntriesWaiting));
        await DecideAsync(second, isManager: false);
        Assert.True(ChipOf((await InboxAsync(siv)).Rows).IsSettled);
        App.Clock.Set(day.AddDays(42));
        await QueueAsync();
        Assert.Empty(await WaitingAsync(ReminderSubject.EntriesWaiting));

        static (bool IsSettled, bool HasMoved) ChipOf(IReadOnlyList<ReminderItem> rows) =>
            rows.Where(row => row.Subject == ReminderSubject.EntriesWaiting).Select(row => (row.IsSettled, row.HasMoved)).Single();
    }

    [BothDatabases]
    public async Task An_entry_the_instructor_has_approved_waits_for_the_training_manager_where_the_trade_asks_for_two()
    {
        var entry = await HandInAsync();
        await DecideAsync(entry, isManager: false, needsTwo: true);
        await ClimbsAsync(ReminderSubject.EntriesWaiting, App.Clock.Today.AddDays(WaitingDays), (0, [tor]), (7, [tor]), (14, []), (28, [nina]));
    }

    [BothDatabases]
    public async Task A_log_counts_as_quiet_on_the_same_day_as_on_the_screens_and_is_told_her_first()
    {
        await HandInAsync();
        var quiet = App.Clock.Today.AddDays(QuietDays);
        for (var day = App.Clock.Today; day <= quiet; day = day.AddDays(1))
        {
            var isQuiet = await App.DbAsync(db => db.Apprenticeships.SelectAttention(db, day, marginPercent: 0).AnyAsync(Attention.IsSilentFor(QuietDays)));
            Assert.Equal(day == quiet, isQuiet);
        }

        await ClimbsAsync(ReminderSubject.SilentLog, quiet, (-1, []), (0, [ingrid]), (7, [ingrid]), (14, [tor]), (28, [nina]));
        var hers = (await MailServer.MailsAsync()).First(mail => mail.To[0] == ingrid.Email && mail.Subject.Contains("loggen", StringComparison.Ordinal));
        Assert.Contains("Et par linjer", hers.Text!, StringComparison.Ordinal);
        Assert.Contains(ProgressLogLinks.WriteNow, hers.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("rist", hers.Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Who_writes_an_hour_before_the_mail_is_told_nothing_and_the_day_begins_anew()
    {
        await HandInAsync();
        App.Clock.Set(App.Clock.Today.AddDays(QuietDays));
        await QueueAsync();
        Assert.Equal([ingrid.Id], await WaitingAsync(ReminderSubject.SilentLog));

        await HandInAsync();
        await SendAsync();

        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.Subject.Contains("loggen", StringComparison.Ordinal));
        Assert.NotNull(Assert.Single(await AllAsync(ReminderSubject.SilentLog)).CancelledAt);
        App.Clock.Set(App.Clock.Today.AddDays(QuietDays));
        await QueueAsync();
        Assert.Equal([ingrid.Id], await WaitingAsync(ReminderSubject.SilentLog));
    }

    [BothDatabases]
    public async Task During_a_break_where_the_log_is_kept_elsewhere_and_after_the_end_no_silence_is_told_of()
    {
        await HandInAsync();
        var last = App.Clock.Today;
        var away = new Interruption[1];
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id);
            away[0] = record.Interrupt(last.AddDays(8), last.AddDays(27), 100, countyConsentOn: last);
        });

        // Twenty of the days are a break: it is quiet twenty days later.
        await ClimbsAsync(ReminderSubject.SilentLog, last.AddDays(QuietDays + 20), (-21, []), (-7, []), (-1, []), (0, [ingrid]));
        await App.ChangeAsync(async db =>
        {
            var setting = new LogSetting(Given.CurriculumCode);
            setting.Set(new LogRules(LogRhythm.Daily, IsOff: true, NeedsTwoApprovals: false));
            await db.AddAsync(setting);
        });
        await ClimbsAsync(ReminderSubject.SilentLog, last.AddDays(QuietDays + 20), (7, []));
        await App.ChangeAsync(async db => await db.LogSettings.ExecuteDeleteAsync());
        await ClimbsAsync(ReminderSubject.SilentLog, last.AddDays(QuietDays + 20), (7, [ingrid]));

        await App.ChangeAsync(async db => await db.Apprenticeships.ExecuteUpdateAsync(row => row.SetProperty(a => a.EndsOn, last.AddDays(QuietDays + 20 + 10))));
        await ClimbsAsync(ReminderSubject.SilentLog, last.AddDays(QuietDays + 20), (14, []));
    }

    [BothDatabases]
    public async Task What_waits_is_read_in_as_many_statements_for_many_as_for_one()
    {
        await HandInAsync();
        App.Clock.Set(App.Clock.Today.AddDays(QuietDays));
        var one = await App.Sql.CountAsync(ForeseeAsync);
        for (var i = 0; i < 12; i++)
        {
            var other = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-2), instructor: siv);
            await HandInAsync(other, daysAgo: QuietDays);
        }

        Assert.Equal(one, await App.Sql.CountAsync(ForeseeAsync));
        await QueueAsync();
        Assert.Equal(13, (await AllAsync(ReminderSubject.EntriesWaiting)).Count);
        Assert.Equal(13, (await AllAsync(ReminderSubject.SilentLog)).Count);
    }

    [BothDatabases]
    public async Task Page_by_page_nothing_that_waits_is_left_out()
    {
        await HandInAsync();
        for (var i = 0; i < 6; i++)
        {
            await HandInAsync(await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-2), instructor: siv));
        }

        App.Clock.Set(App.Clock.Today.AddDays(QuietDays));
        await App.AsNobody().RunAsync((QueueReminders use) =>
        {
            use.PageSize = 2;
            return use.RunAsync();
        });
        Assert.Equal((7, 7), ((await AllAsync(ReminderSubject.EntriesWaiting)).Count, (await AllAsync(ReminderSubject.SilentLog)).Count));
    }

    /// <summary>On each of those days, counted from the due day, those are told, and then written to.</summary>
    private async Task ClimbsAsync(ReminderSubject subject, DateOnly dueOn, params (int Day, Person[] Told)[] ladder)
    {
        foreach (var (day, told) in ladder)
        {
            App.Clock.Set(dueOn.AddDays(day));
            await QueueAsync();
            Assert.Equal((day, string.Join(',', told.Select(person => person.Id))), (day, string.Join(',', await WaitingAsync(subject))));
            await SendAsync();
        }
    }

    private async Task<Guid> HandInAsync(Apprenticeship? of = null, int daysAgo = 0) => await App.DbAsync(async db =>
    {
        var id = (of ?? contract).Id;
        var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == id);
        var entry = HandedIn.Entry(record, App.Clock.Today.AddDays(-daysAgo), "Hemmelig arbeid.", [record.Plan[0]], App.Clock.GetUtcNow().AddDays(-daysAgo), App.Clock.Today);
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    });

    private Task DecideAsync(Guid entryId, bool isManager, bool needsTwo = false) => App.ChangeAsync(async db =>
        (await db.LogEntries.Include(entry => entry.Events).SingleAsync(entry => entry.Id == entryId))
            .Approve(new LogApprover(isManager ? tor.Id : siv.Id, isManager), needsTwo, App.Clock.GetUtcNow()));

    private Task<List<Reminder>> AllAsync(ReminderSubject subject) => App.DbAsync(db => db.Reminders.Where(r => r.Subject == subject).OrderBy(r => r.Step).ToListAsync());

    private Task<List<Guid>> WaitingAsync(ReminderSubject subject) =>
        App.DbAsync(db => db.Reminders.Where(Reminder.Waiting).Where(r => r.Subject == subject).Select(r => r.RecipientId).ToListAsync());

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task ForeseeAsync() => App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(1));

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

    private Task<ListInbox.Result> InboxAsync(Person person) => App.As(person).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)));
}
