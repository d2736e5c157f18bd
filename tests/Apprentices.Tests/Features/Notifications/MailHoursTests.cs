using Apprentices.Domain;
using Apprentices.Features.Messages;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Notifications;

/// <summary>The jobs run all night too: what they may send then, and that nobody gets a second mail of a day.</summary>
public sealed class MailHoursTests : ToldTests
{
    private static readonly DateOnly Monday = new(2026, 9, 21);
    private static readonly DateOnly Friday = Monday.AddDays(4);
    private static readonly TimeOnly Seven = new(7, 0);

    [BothDatabases]
    public async Task What_has_waited_for_her_day_goes_with_what_that_day_brings_and_not_at_midnight()
    {
        await ChooseAsync(Siv, MailRhythm.Weekly, DayOfWeek.Tuesday);
        var (waited, brought) = (await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7)), await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(8)));
        Assert.Empty(await DayAsync(Monday));

        Assert.Empty(await SendAsync(Monday.AddDays(1), new TimeOnly(0, 1)));
        Assert.Empty(await SendAsync(Monday.AddDays(1), Seven));
        App.Clock.Set(Monday.AddDays(1), Seven.AddMinutes(1));
        await App.Services.GetRequiredService<JobRunner>().RunAsync(BackgroundJobs.Of(BackgroundJobs.QueueReminders));

        var mail = Assert.Single(await MailServer.MailsAsync(), mail => mail.To[0] == Siv.Email);
        Assert.All(new[] { waited, brought }, duty => Assert.Contains($"/{duty.Id}", mail.Text, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task Where_the_days_reminders_fail_what_has_waited_goes_an_hour_later()
    {
        await ChooseAsync(Siv, MailRhythm.Weekly, DayOfWeek.Tuesday);
        await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await DayAsync(Monday);

        Assert.Empty(await SendAsync(Monday.AddDays(1), new TimeOnly(7, 59)));
        Assert.Equal([Siv.Email], await SendAsync(Monday.AddDays(1), new TimeOnly(8, 0)));
    }

    /// <summary>Its first mail was for a step that is over; what the law binds is told of the same day all the same.</summary>
    [BothDatabases]
    public async Task A_mail_that_was_called_off_does_not_take_the_place_of_the_days_mail()
    {
        var duty = await DutyAsync(DutyKind.Closing, Monday);
        await App.ChangeAsync(db =>
        {
            App.Clock.Set(Monday, new TimeOnly(6, 0));
            var mail = new ReminderMail(Siv.Id, App.Clock.GetUtcNow());
            mail.Cancel(App.Clock.GetUtcNow());
            db.Add(mail);
            return Task.CompletedTask;
        });

        Assert.Contains(await DayAsync(Monday), mail => mail.To[0] == Siv.Email && mail.Text!.Contains($"{duty.Id}", StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task What_was_tried_in_vain_waits_over_the_weekend()
    {
        await DutyAsync(DutyKind.PlanInPlace, Friday.AddDays(7));
        await FailAsync(await QueuedAsync(Friday));

        Assert.Empty(await SendAsync(Friday.AddDays(1), new TimeOnly(10, 0)));
        Assert.Empty(await SendAsync(Friday.AddDays(3), new TimeOnly(6, 59)));
        Assert.Equal([Siv.Email], await SendAsync(Friday.AddDays(3), Seven));
    }

    [BothDatabases]
    public async Task What_the_law_binds_does_not_wait_over_the_weekend_where_it_is_due_on_it()
    {
        await DutyAsync(DutyKind.Closing, Friday.AddDays(2));
        await FailAsync(await QueuedAsync(Friday));

        Assert.Equal([Siv.Email], await SendAsync(Friday.AddDays(1), new TimeOnly(10, 0)));
    }

    [BothDatabases]
    public async Task What_the_law_binds_and_is_due_that_day_does_not_wait_for_a_mail_of_before()
    {
        var waited = await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await FailAsync(await QueuedAsync(Monday));
        var (due, other) = (await DutyAsync(DutyKind.Closing, Monday.AddDays(1)), await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(8)));

        var mails = (await DayAsync(Monday.AddDays(1))).Where(mail => mail.To[0] == Siv.Email).ToList();

        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.Text!.Contains($"{waited.Id}", StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Text!.Contains($"{due.Id}", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, mail => mail.Text!.Contains($"{other.Id}", StringComparison.Ordinal));
        Assert.Contains(await DayAsync(Monday.AddDays(2)), mail => mail.Text!.Contains($"{other.Id}", StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task What_waited_for_the_server_does_not_go_in_her_quiet_hours()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(16, 0), to: new TimeOnly(9, 0));
        await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await QueuedAsync(Monday);

        Assert.Empty(await SendAsync(Monday, new TimeOnly(18, 0)));
        Assert.Equal([Siv.Email], await SendAsync(Monday.AddDays(1), new TimeOnly(9, 0)));
    }

    [BothDatabases]
    public async Task What_hr_wants_tried_afresh_goes_at_once()
    {
        await DutyAsync(DutyKind.PlanInPlace, Friday.AddDays(7));
        var mail = await QueuedAsync(Friday);
        await FailAsync(mail);
        Assert.Empty(await SendAsync(Friday.AddDays(1), new TimeOnly(10, 0)));

        await App.As(Nina).RunAsync((SendMessageAgain use) => use.RunAsync(mail));

        Assert.Equal([Siv.Email], await SendAsync(Friday.AddDays(1), new TimeOnly(10, 1)));
    }

    [BothDatabases]
    public async Task What_was_tried_in_vain_does_not_go_in_her_quiet_hours()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(16, 0), to: new TimeOnly(9, 0));
        await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await FailAsync(await QueuedAsync(Monday));

        Assert.Empty(await SendAsync(Monday, new TimeOnly(18, 0)));
        Assert.Empty(await SendAsync(Monday.AddDays(1), new TimeOnly(8, 59)));
        Assert.Equal([Siv.Email], await SendAsync(Monday.AddDays(1), new TimeOnly(9, 0)));
    }

    [BothDatabases]
    public async Task What_the_law_binds_and_is_due_that_day_does_not_wait_for_the_end_of_her_quiet_hours()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(16, 0), to: new TimeOnly(9, 0));
        await DutyAsync(DutyKind.Closing, Monday);
        await QueuedAsync(Monday);

        Assert.Equal([Siv.Email], await SendAsync(Monday, new TimeOnly(18, 0)));
    }

    [BothDatabases]
    public async Task While_all_mail_is_paused_nobody_collects_one_for_each_day()
    {
        await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(8));
        await App.ChangeAsync(async db => await db.AddAsync(new MailPause(Nina.Id, App.Clock.GetUtcNow())));
        await DayAsync(Monday);
        await DayAsync(Monday.AddDays(1));
        await App.ChangeAsync(db => db.MailPauses.ExecuteDeleteAsync());

        Assert.Equal([Siv.Email], await SendAsync(Monday.AddDays(1), new TimeOnly(12, 0)));
        Assert.Empty(await SendAsync(Monday.AddDays(1), new TimeOnly(12, 1)));
        Assert.Equal([Siv.Email], await SendAsync(Monday.AddDays(2), new TimeOnly(8, 0)));
    }

    /// <summary>To whom mails come when only the sending job runs.</summary>
    private async Task<IReadOnlyList<string>> SendAsync(DateOnly day, TimeOnly time)
    {
        App.Clock.Set(day, time);
        var before = (await MailServer.MailsAsync()).Count;
        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
        return [.. (await MailServer.MailsAsync()).Skip(before).Select(mail => mail.To[0]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The day's mail to the instructor, not sent yet.</summary>
    private async Task<Guid> QueuedAsync(DateOnly day)
    {
        App.Clock.Set(day);
        await App.ChangeAsync(async db => await db.AddAsync(new MailPause(Nina.Id, App.Clock.GetUtcNow())));
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
        await App.ChangeAsync(db => db.MailPauses.ExecuteDeleteAsync());
        return await App.DbAsync(db => db.ReminderMails.Where(mail => mail.RecipientId == Siv.Id).Select(mail => mail.Id).SingleAsync());
    }

    /// <summary>The server was away when it was tried.</summary>
    private Task FailAsync(Guid id) => App.ChangeAsync(async db => (await db.ReminderMails.SingleAsync(mail => mail.Id == id))
        .MarkFailed(MailFailureKind.ServerAway, "SMTP gone", App.Clock.GetUtcNow(), App.Clock.GetUtcNow().AddMinutes(1)));
}
