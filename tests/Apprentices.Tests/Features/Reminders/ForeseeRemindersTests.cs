using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Samples;
using Apprentices.Platform;
using Apprentices.Tests.Features.Samples;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>What is foreseen is what is sent.</summary>
public sealed class ForeseeRemindersTests : AppTests
{
    /// <summary>The first quarter in the daily run; YEAR_QUARTERS says how many for the long one (docs/testing.md).</summary>
    private static int Quarters => int.TryParse(Environment.GetEnvironmentVariable("YEAR_QUARTERS"), CultureInfo.InvariantCulture, out var quarters) ? quarters : 1;

    private sealed record Told(DateOnly On, Guid RecipientId, Guid AboutId, int Step, ReminderRung Rung);

    protected override IReadOnlyList<string> MailServerArguments => [];

    [BothDatabases]
    public async Task The_sample_employer_day_by_day_is_sent_exactly_what_was_foreseen_for_each_quarter()
    {
        await App.RenewInstallationAsync(isDemo: true);
        await App.AsNobody().RunAsync((AddSampleData use) => use.RunAsync());
        var first = App.Clock.Today;
        for (var quarter = first; quarter < first.AddDays(91 * Quarters); quarter = quarter.AddDays(91))
        {
            App.Clock.Set(quarter);
            var foreseen = (await App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(91)))
                .Where(row => row.ByMail).Select(row => new Told(row.On, row.Item.RecipientId, row.Item.About.Id, row.Item.Step, row.Item.Rung)).ToHashSet();
            Assert.NotEmpty(foreseen);
            var before = await ToldAsync();
            for (var day = quarter; day < quarter.AddDays(91); day = day.AddDays(1))
            {
                App.Clock.Set(day);
                if (WorkingDays.IsWorkingDay(day))
                {
                    await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
                    await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
                }
            }

            var told = (await ToldAsync()).Except(before).ToHashSet();
            Assert.Equal(foreseen.Except(told), []);
            Assert.Equal(told.Except(foreseen), []);
        }

        // Nobody has got two mails on a day, and each message is there once.
        var mails = await MailServer.MailsAsync();
        Assert.Equal(mails.Count, mails.DistinctBy(mail => mail.MessageId).Count());
        Assert.Equal(await App.DbAsync(db => db.ReminderMails.CountAsync(mail => mail.SentAt != null)), mails.Count);
        var sent = await App.DbAsync(db => db.ReminderMails.Select(mail => new { mail.RecipientId, mail.QueuedAt }).ToListAsync());
        Assert.Equal(sent.Count, sent.DistinctBy(mail => (mail.RecipientId, App.Clock.DayOf(mail.QueuedAt))).Count());
    }

    [BothDatabases]
    public async Task Foreseeing_writes_nothing()
    {
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), instructor: await Given.InstructorAsync());

        Assert.NotEmpty(await App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(30)));

        Assert.Empty(await App.DbAsync(db => db.Reminders.ToListAsync()));
        await Assert.ThrowsAsync<RuleException>(() => App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(0)));
        await Assert.ThrowsAsync<RuleException>(() => App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(ForeseeReminders.MostDays + 1)));
    }

    [BothDatabases]
    public async Task Around_Easter_and_on_the_17_of_May_nobody_is_told_and_the_day_after_brings_the_latest_step_alone()
    {
        // Maundy Thursday of 2027 is 25 March, Easter Monday the 29th; 17 May is a Monday, and Whit Monday besides.
        App.Clock.Set(new DateOnly(2027, 3, 1));
        var siv = await Given.InstructorAsync("Siv Åmot");
        var easter = await Given.EvaluationAsync(new DateOnly(2027, 3, 27), instructor: siv);
        var may = await Given.EvaluationAsync(new DateOnly(2027, 5, 16), instructor: siv);

        var told = (await App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(90))).Where(row => row.Item.RecipientId == siv.Id)
            .Select(row => (row.Item.About.Id, row.On, row.Item.Step)).ToList();

        // Due on Holy Saturday: neither the day itself nor the day after is a working day until Tuesday the 30th.
        Assert.Equal([(new DateOnly(2027, 3, 1), -30), (new DateOnly(2027, 3, 15), -14), (new DateOnly(2027, 3, 22), -7), (new DateOnly(2027, 3, 30), 1), (new DateOnly(2027, 4, 5), 7)],
            told.Where(one => one.Id == easter.Id).Select(one => (one.On, one.Step)));

        // Due on Whit Sunday, 16 May 2027: the 17th is both Whit Monday and the national day; she is told on the 18th.
        Assert.Equal([(new DateOnly(2027, 4, 16), -30), (new DateOnly(2027, 5, 3), -14), (new DateOnly(2027, 5, 10), -7), (new DateOnly(2027, 5, 18), 1), (new DateOnly(2027, 5, 24), 7)],
            told.Where(one => one.Id == may.Id).Select(one => (one.On, one.Step)));
    }

    private async Task<HashSet<Told>> ToldAsync() => (await App.DbAsync(db => db.Reminders.Where(r => r.Mail!.SentAt != null).Select(r => new { r.Mail!.QueuedAt, r.RecipientId, r.AboutId, r.Step, r.Rung }).ToListAsync()))
        .Select(r => new Told(App.Clock.DayOf(r.QueuedAt), r.RecipientId, r.AboutId, r.Step, r.Rung)).ToHashSet();
}
