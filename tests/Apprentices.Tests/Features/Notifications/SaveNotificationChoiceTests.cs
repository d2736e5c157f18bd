using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Notifications;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Notifications;

/// <summary>Everybody is told on the day, at the time and in the place she has chosen, and of what the law binds in any case.</summary>
public sealed class SaveNotificationChoiceTests : ToldTests
{
    /// <summary>The first one after the clock's day.</summary>
    private static readonly DateOnly Monday = TestClock.FirstDay.AddDays((8 - (int)TestClock.FirstDay.DayOfWeek) % 7);

    private static DateOnly Friday => Monday.AddDays(4);

    [BothDatabases]
    public async Task A_digest_reader_gets_one_mail_on_her_day_in_all_that_was_promised_that_week_and_what_the_law_sets_an_earlier_day_for_at_once()
    {
        await ChooseAsync(Siv, MailRhythm.Weekly);
        var (soon, later) = (await DutyAsync(DutyKind.Closing, Monday.AddDays(3)), await DutyAsync(DutyKind.Closing, Monday.AddDays(31), number: 2));
        var (plan, talk, point) = (
            await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7)), await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(9)), await DutyAsync(DutyKind.Accommodation, Monday.AddDays(11)));

        Assert.Equal([soon.Id], About(await DayAsync(Monday)));
        Assert.Empty(About(await DayAsync(Monday.AddDays(1))));
        Assert.Empty(About(await DayAsync(Monday.AddDays(2))));
        Assert.Equal([soon.Id], About(await DayAsync(Monday.AddDays(3))));
        var digest = Assert.Single(await DayAsync(Friday), mail => mail.To[0] == Siv.Email);
        Assert.Equal(new[] { soon, later, plan, talk, point }.Select(duty => duty.Id).Order(), About([digest]));
        Assert.Empty(About(await DayAsync(Friday)));
    }

    [BothDatabases]
    public async Task On_a_public_holiday_the_digest_comes_on_the_next_working_day_with_the_step_of_that_day()
    {
        // Good Friday of 2027 is 26 March, and Easter Monday the 29th.
        var monday = new DateOnly(2027, 3, 22);
        App.Clock.Set(monday);
        await ChooseAsync(Siv, MailRhythm.Weekly);
        var (plan, other) = (await DutyAsync(DutyKind.PlanInPlace, monday.AddDays(7)), await DutyAsync(DutyKind.TalkBeforeChange, monday.AddDays(9)));

        for (var day = monday; day < monday.AddDays(8); day = day.AddDays(1))
        {
            Assert.Empty(About(await DayAsync(day)));
        }

        Assert.Equal(new[] { plan.Id, other.Id }.Order(), About(await DayAsync(monday.AddDays(8))));
        Assert.Equal([-7, 0], await App.DbAsync(db => db.Reminders.Where(r => r.Mail!.SentAt != null).OrderBy(r => r.Step).Select(r => r.Step).ToListAsync()));
    }

    [BothDatabases]
    public async Task Who_wants_the_inbox_alone_gets_no_mail_by_the_houses_rules_and_one_by_the_law()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, inboxOnly: true);
        var (plan, closing) = (await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7)), await DutyAsync(DutyKind.Closing, Monday.AddDays(31)));

        Assert.Empty(About(await DayAsync(Monday)));
        Assert.Equal([closing.Id], About(await DayAsync(Monday.AddDays(1))));

        Assert.Equal(new[] { plan.Id, closing.Id }.Order(), (await App.As(Siv).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows.Select(row => row.About.Id).Order());
    }

    [BothDatabases]
    public async Task In_quiet_hours_no_mail_is_written_and_afterwards_it_comes_the_same_day()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(17, 0), to: new TimeOnly(11, 30));
        var plan = await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));

        Assert.Empty(About(await DayAsync(Monday, new TimeOnly(7, 0))));
        Assert.Empty(About(await DayAsync(Monday, new TimeOnly(11, 29))));
        var next = (await App.As(Siv).RunAsync((ReadNotificationChoice use) => use.RunAsync())).Next;
        Assert.Equal(new ReadNotificationChoice.NextMail(Monday, new TimeOnly(11, 30), 1), next);
        Assert.Equal([plan.Id], About(await DayAsync(Monday, new TimeOnly(11, 30))));
    }

    [BothDatabases]
    public async Task What_waits_when_she_chooses_otherwise_goes_by_the_new_choice()
    {
        await ChooseAsync(Siv, MailRhythm.Weekly);
        var (plan, closing) = (await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7)), await DutyAsync(DutyKind.Closing, Monday.AddDays(7)));
        Assert.Empty(About(await DayAsync(Monday)));
        Assert.Equal(new ReadNotificationChoice.NextMail(Friday, new TimeOnly(7, 0), 2), await NextAsync());

        await ChooseAsync(Siv, MailRhythm.Weekly, DayOfWeek.Wednesday);
        Assert.Equal(new ReadNotificationChoice.NextMail(Monday.AddDays(2), new TimeOnly(7, 0), 2), await NextAsync());
        Assert.Empty(About(await DayAsync(Monday.AddDays(1))));

        await ChooseAsync(Siv, MailRhythm.Daily, inboxOnly: true);
        Assert.Equal(new ReadNotificationChoice.NextMail(Monday.AddDays(1), null, 1), await NextAsync());
        Assert.Equal([closing.Id], About(await DayAsync(Monday.AddDays(1))));
        Assert.Null(await NextAsync());
        Assert.NotNull(await App.DbAsync(db => db.Reminders.SingleAsync(r => r.DutyId == plan.Id && r.MailOn == null && r.CancelledAt == null)));
    }

    [BothDatabases]
    public async Task With_nothing_waiting_the_page_says_her_next_day_or_that_it_comes_when_there_is_something()
    {
        App.Clock.Set(Friday, new TimeOnly(6, 0));
        Assert.Null(await NextAsync());
        await ChooseAsync(Siv, MailRhythm.Weekly);
        Assert.Equal(new ReadNotificationChoice.NextMail(Friday, new TimeOnly(7, 0), 0), await NextAsync());

        App.Clock.Set(Friday, new TimeOnly(10, 0));
        Assert.Equal(new ReadNotificationChoice.NextMail(Friday.AddDays(7), new TimeOnly(7, 0), 0), await NextAsync());
    }

    [BothDatabases]
    public async Task Two_windows_that_save_the_one_after_the_other_do_not_overwrite_each_other()
    {
        var (first, second) = (await ReadAsync(), await ReadAsync());
        first.InboxOnly = true;
        await SaveAsync(first);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(second));
        var third = await ReadAsync();
        Assert.True(third.InboxOnly);
        var fourth = await ReadAsync();
        third.InboxOnly = false;
        await SaveAsync(third);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(fourth));
        Assert.False((await ReadAsync()).InboxOnly);
        await Assert.ThrowsAsync<RuleException>(() => ChooseAsync(Siv, MailRhythm.Weekly, DayOfWeek.Sunday));
    }

    private Task<SaveNotificationChoice.Input> ReadAsync() => App.As(Siv).RunAsync(async (ReadNotificationChoice use) => (await use.RunAsync()).Input);

    private Task SaveAsync(SaveNotificationChoice.Input input) => App.As(Siv).RunAsync((SaveNotificationChoice use) => use.RunAsync(input));

    private Task<ReadNotificationChoice.NextMail?> NextAsync() => App.As(Siv).RunAsync(async (ReadNotificationChoice use) => (await use.RunAsync()).Next);

    /// <summary>What the mails to her are about, by their links.</summary>
    private IEnumerable<Guid> About(IReadOnlyList<MailSink.Mail> mails) => mails.Where(mail => mail.To[0] == Siv.Email)
        .SelectMany(mail => mail.Text!.Split(DeadlineLinks.List + "/").Skip(1).Select(rest => Guid.Parse(rest[..36]))).Order();
}
