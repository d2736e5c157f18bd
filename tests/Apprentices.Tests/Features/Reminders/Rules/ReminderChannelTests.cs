using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Features.Notifications;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Platform;
using Apprentices.Tests.Features.Notifications;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>What HR puts in the inbox alone is in no mail, whoever is told; that is what is foreseen, and what is said before it is saved.</summary>
public sealed class ReminderChannelTests : ToldTests
{
    private static readonly ReminderTopic Plan = new(ReminderSubject.Duty, DutyKind.PlanInPlace);

    /// <summary>The first one after the clock's day.</summary>
    private static readonly DateOnly Monday = TestClock.FirstDay.AddDays((8 - (int)TestClock.FirstDay.DayOfWeek) % 7);

    private static DateOnly Friday => Monday.AddDays(4);

    private sealed record Told(DateOnly On, string To, Guid AboutId, int Step, bool ByMail);

    [BothDatabases]
    public async Task Nothing_of_it_is_mailed_however_far_it_climbs_and_the_inbox_has_it_exactly_as_foreseen()
    {
        App.Clock.Set(Monday, new TimeOnly(6, 0));
        await ChooseAsync(Tor, MailRhythm.Weekly);
        await SetAsync(inboxOnly: true);
        var (plan, talk) = (await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(8)), await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(8)));

        var rows = await ForeseenAsync();
        var (file, json, text) = (await FileAsync(), await SimulatedAsync("--json"), await SimulatedAsync());
        for (var day = Monday; day < Monday.AddDays(30); day = day.AddDays(1))
        {
            await DayAsync(day);
        }

        var told = await ToldAsync();
        Assert.Equal(told.OrderBy(one => one.ToString()), rows.OrderBy(one => one.ToString()));
        Assert.Equal([Siv.FullName, Tor.FullName, Nina.FullName], told.Where(one => one.AboutId == plan.Id).OrderBy(one => one.Step).Select(one => one.To).Distinct());
        Assert.All(told, one => Assert.Equal(one.AboutId == talk.Id, one.ByMail));
        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.Text!.Contains($"{plan.Id}", StringComparison.Ordinal));
        foreach (var reader in new[] { Siv, Tor, Nina })
        {
            Assert.Contains((await App.As(reader).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows, row => row.About.Id == plan.Id);
        }

        // The file and both answers of the command say the same.
        var lines = JsonSerializer.Deserialize<List<SimulateRemindersCommand.Line>>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(rows.Select(row => (row.On, row.To, row.ByMail)), lines.Select(line => (line.On, line.To, line.ByMail)));
        Assert.Equal(rows.Select(row => !row.ByMail), text.Split('\n')[..rows.Count].Select(line => line.TrimEnd().EndsWith("In the inbox alone.", StringComparison.Ordinal)));
        Assert.Equal(rows.Select(row => row.ByMail ? "ja" : "nei"), file.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(';')[2]));
    }

    [BothDatabases]
    public async Task Chosen_while_the_days_promises_were_being_made_it_is_not_mailed_either()
    {
        await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        await DutyAsync(DutyKind.MockTest, Monday.AddDays(7));
        await DutyAsync(DutyKind.Closing, Monday.AddDays(7));
        App.Clock.Set(Monday);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await App.ChangeAsync(async db =>
        {
            var setting = new ReminderSetting(Plan);
            setting.Set(ReminderRules.Shipped[Plan] with { InboxOnly = true }, isOff: false);
            var choice = new NotificationChoice(Siv.Id);
            choice.Set(MailRhythm.Daily, DayOfWeek.Friday, inboxOnly: true, null, null);
            db.AddRange(setting, choice);
            await Task.CompletedTask;
        });

        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

        var told = await App.DbAsync(db => db.Reminders.Select(r => new { r.Kind, r.RecipientId, IsMailed = r.MailId != null, IsLoose = r.MailOn != null }).ToListAsync());
        Assert.Equal([DutyKind.Closing], told.Where(one => one.RecipientId == Siv.Id && one.IsMailed).Select(one => one.Kind!.Value));
        Assert.Equal([DutyKind.MockTest], told.Where(one => one.RecipientId != Siv.Id && one.IsMailed).Select(one => one.Kind!.Value).Distinct());
        Assert.DoesNotContain(told, one => one.IsLoose && !one.IsMailed);
    }

    [BothDatabases]
    public async Task What_waits_for_its_mail_stands_in_the_inbox_at_once_and_before_it_is_saved_that_mail_is_said_to_fall_away()
    {
        await ChooseAsync(Siv, MailRhythm.Weekly);
        var (plan, talk) = (await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7)), await DutyAsync(DutyKind.TalkBeforeChange, Monday.AddDays(7)));
        Assert.Empty(await DayAsync(Monday));
        var before = await ForeseenAsync();
        Assert.Contains(new Told(Friday, Siv.FullName, plan.Id, -7, ByMail: true), before);

        var comparison = await CompareAsync(Plan, inboxOnly: true);
        await SetAsync(inboxOnly: true);

        var after = await ForeseenAsync();
        Assert.Equal(after.Except(before).ToHashSet(), comparison.Lines.Where(line => line.IsAdded).Select(line => Of(line.Row)).ToHashSet());
        Assert.Equal(before.Except(after).ToHashSet(), comparison.Lines.Where(line => !line.IsAdded).Select(line => Of(line.Row)).ToHashSet());
        Assert.DoesNotContain(after, one => one.AboutId == plan.Id && (one.ByMail || one.On == Friday));
        Assert.Equal(1, (await App.As(Siv).RunAsync((ReadNotificationChoice use) => use.RunAsync())).Next!.Waiting);
        var mail = Assert.Single(await DayAsync(Friday));
        Assert.Contains($"{talk.Id}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{plan.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains((await App.As(Siv).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows, row => row.About.Id == plan.Id);
    }

    [BothDatabases]
    public async Task With_the_standard_rule_again_the_next_step_comes_by_mail_and_what_the_inbox_has_is_not_sent()
    {
        await SetAsync(inboxOnly: true);
        var plan = await DutyAsync(DutyKind.PlanInPlace, Monday.AddDays(7));
        Assert.Empty(await DayAsync(Monday));
        var view = await ReadAsync(Plan);
        Assert.True(view is { IsChanged: true, IsLawBound: false, Input.InboxOnly: true });

        await App.As(Nina).RunAsync((SetReminderRule use) => use.RunAsync(Plan.Key, ReminderRuleInput.Of(view.Shipped, isOff: false, view.Input.Version)));

        Assert.Empty(await App.DbAsync(db => db.ReminderSettings.ToListAsync()));
        var foreseen = (await ForeseenAsync()).First(one => one.AboutId == plan.Id);
        Assert.Equal(new Told(Monday.AddDays(7), Siv.FullName, plan.Id, 0, ByMail: true), foreseen);
        Assert.Empty(await DayAsync(Monday.AddDays(1)));
        Assert.Contains($"{plan.Id}", Assert.Single(await DayAsync(Monday.AddDays(7))).Text, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task What_the_law_binds_is_refused_to_stand_in_the_inbox_alone_when_it_is_compared_and_when_it_is_saved()
    {
        foreach (var topic in ReminderRules.LawBound)
        {
            Assert.True((await ReadAsync(topic)).IsLawBound);
            Assert.Equal(RuleTexts.LawBoundByMail, (await Assert.ThrowsAsync<RuleException>(() => CompareAsync(topic, inboxOnly: true))).Message);
            Assert.Equal(RuleTexts.LawBoundByMail, (await Assert.ThrowsAsync<RuleException>(() => SetAsync(inboxOnly: true, topic))).Message);
        }

        Assert.Empty(await App.DbAsync(db => db.ReminderSettings.ToListAsync()));
    }

    private Task<SetReminderRule.View> ReadAsync(ReminderTopic topic) => App.As(Nina).RunAsync((SetReminderRule use) => use.ReadAsync(topic.Key));

    private async Task SetAsync(bool inboxOnly, ReminderTopic? topic = null)
    {
        var input = (await ReadAsync(topic ?? Plan)).Input;
        input.InboxOnly = inboxOnly;
        await App.As(Nina).RunAsync((SetReminderRule use) => use.RunAsync((topic ?? Plan).Key, input));
    }

    private async Task<CompareReminderRule.Result> CompareAsync(ReminderTopic topic, bool inboxOnly)
    {
        var input = (await ReadAsync(topic)).Input;
        input.InboxOnly = inboxOnly;
        return await App.As(Nina).RunAsync((CompareReminderRule use) => use.RunAsync(topic.Key, input));
    }

    private async Task<List<Told>> ForeseenAsync() => [.. (await App.As(Nina).RunAsync((ForeseeReminders use) => use.RunAsync(30))).Select(Of)];

    private static Told Of(ForeseeReminders.Row row) => new(row.On, row.Recipient, row.Item.About.Id, row.Item.Step, row.ByMail);

    private Task<string> FileAsync() => ListRead.CsvAsync(output => App.As(Nina).RunAsync((DownloadForeseen use) => use.RunAsync(new AheadQuery(30), output)));

    private async Task<string> SimulatedAsync(params string[] more)
    {
        await using var written = new StringWriter();
        await App.AsConsole().RunAsync((SimulateRemindersCommand use) =>
        {
            use.Out = written;
            return use.RunAsync(["--days", "30", .. more]);
        });
        return written.ToString();
    }

    private async Task<List<Told>> ToldAsync() =>
    [
        .. (await App.DbAsync(db => db.Reminders.Where(r => r.Mail!.SentAt != null || (r.MailOn == null && r.CancelledAt == null))
            .Select(r => new { At = r.MailOn == null ? r.QueuedAt : r.Mail!.QueuedAt, To = r.Recipient.GivenName + " " + r.Recipient.FamilyName, r.AboutId, r.Step, ByMail = r.MailOn != null }).ToListAsync()))
            .Select(r => new Told(App.Clock.DayOf(r.At), r.To, r.AboutId, r.Step, r.ByMail)),
    ];
}
