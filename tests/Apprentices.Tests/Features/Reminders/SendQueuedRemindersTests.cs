using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Features.Reminders;

public sealed class SendQueuedRemindersTests : AppTests
{
    protected override IReadOnlyList<string> MailServerArguments => [];

    [BothDatabases]
    public async Task Each_reminder_is_sent_once_over_one_connection()
    {
        await DueTalkAsync();

        Assert.Equal(3, await SendAsync());
        Assert.Equal(0, await SendAsync());

        var mails = await MailServer.WaitForAsync(3);
        Assert.Equal(3, mails.Select(mail => mail.To[0]).Distinct().Count());
        Assert.Single(mails.Select(mail => mail.Connection).Distinct());
        Assert.All(await MailsAsync(), mail => Assert.NotNull(mail.SentAt));
    }

    [BothDatabases]
    public async Task Turned_off_nothing_is_sent_that_was_promised_before()
    {
        await DueTalkAsync();
        var settings = App.Services.GetRequiredService<IOptions<ReminderSettings>>().Value;

        settings.Enabled = false;
        Assert.Equal(0, await SendAsync());

        settings.Enabled = true;
        Assert.Equal(3, await SendAsync());
    }

    [BothDatabases]
    public async Task Two_senders_at_once_send_each_reminder_once()
    {
        for (var i = 0; i < 6; i++)
        {
            await DueTalkAsync();
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(SendAsync)));

        Assert.Equal(18, sent.Sum());
        var mails = await MailServer.MailsAsync();
        Assert.Equal(18, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(18, mails.Count);
    }

    [BothDatabases]
    public async Task Killed_between_sending_and_marking_only_that_one_is_sent_again_under_the_same_id()
    {
        await DueTalkAsync();

        await Assert.ThrowsAsync<KilledException>(() => SendThroughAsync(new KilledAfterSending(Mailer())));
        Assert.Equal(2, await SendAsync());
        App.Clock.Advance(SendQueuedReminders.Lease);
        Assert.Equal(1, await SendAsync());

        var mails = await MailServer.WaitForAsync(4);
        Assert.Equal(4, mails.Count);
        Assert.Equal(3, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Single(mails.GroupBy(mail => mail.MessageId), same => same.Count() == 2);
    }

    [BothDatabases]
    public async Task A_server_that_is_away_loses_nothing_and_says_so()
    {
        await DueTalkAsync();

        var failure = await Assert.ThrowsAsync<JobFailedException>(() => SendThroughAsync(new Away()));
        Assert.Equal("SMTP gone", failure.Message);
        Assert.Equal([0, 0, 1], (await MailsAsync()).Select(mail => mail.Failures).Order());

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await SendAsync());
    }

    [BothDatabases]
    public async Task What_no_longer_holds_is_called_off_and_not_sent()
    {
        var talk = await DueTalkAsync();
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == talk.Id)).Waive("Left the employer."));

        Assert.Equal(0, await SendAsync());
        Assert.Empty(await MailServer.MailsAsync());
        Assert.All(await RemindersAsync(), reminder => Assert.NotNull(reminder.CancelledAt));
    }

    [BothDatabases]
    public async Task Everybody_is_written_to_in_her_own_language()
    {
        var apprentice = await Given.PersonAsync(Roles.Apprentice, "Åse Øygard", language: Language.Nynorsk);
        var instructor = await Given.PersonAsync(Roles.Instructor, "Ann Smith", language: Language.English);
        var talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(7), apprentice, instructor);
        await QueueAsync();
        await SendAsync();

        var mails = await MailServer.WaitForAsync(2);
        var (hers, his) = (mails.Single(mail => mail.To[0] == apprentice.Email), mails.Single(mail => mail.To[0] == instructor.Email));
        Assert.Equal("Påminning: halvårssamtale innan tysdag 22. september 2026", hers.Subject);
        Assert.Contains("Halvårssamtale 1 med deg skal haldast seinast tysdag 22. september 2026. Det er om 7 dagar.", hers.Text);
        Assert.Equal("Reminder: half-yearly talk by Tuesday, 22 September 2026", his.Subject);
        Assert.Contains("Half-yearly talk 1 with Åse must be held by", his.Text);
        Assert.All(mails, mail =>
        {
            Assert.Contains($"https://laerling.example.no/talks/{talk.Id}", mail.Text);
            Assert.Contains($"https://laerling.example.no/talks/{talk.Id}", mail.Html);
            Assert.DoesNotContain("Øygard", mail.Text + mail.Html + mail.Subject);
        });
        Assert.Equal("nn-NO", hers.Headers["Content-Language"]);
        Assert.Equal("auto-generated", hers.Headers["Auto-Submitted"]);
    }

    [BothDatabases]
    public async Task A_name_cannot_begin_another_header_or_a_tag()
    {
        var apprentice = await Given.PersonAsync(Roles.Apprentice, "Eve\r\nBcc: everybody@example.no\r\n <b>Vik</b> Vik");
        await Given.EvaluationAsync(App.Clock.Today, apprentice);
        await QueueAsync();
        await SendAsync();

        var mail = Assert.Single(await MailServer.WaitForAsync(1));
        Assert.DoesNotContain("Bcc", mail.Headers.Keys);
        Assert.DoesNotContain("<b>", mail.Html!);
    }

    private async Task<Evaluation> DueTalkAsync()
    {
        var talk = await Given.EvaluationAsync(
            App.Clock.Today, instructor: await Given.InstructorAsync(), trainingManager: await Given.TrainingManagerAsync());
        await QueueAsync();
        return talk;
    }

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

    private Task<List<Reminder>> RemindersAsync() => App.DbAsync(db => db.Reminders.ToListAsync());

    private Task<List<ReminderMail>> MailsAsync() => App.DbAsync(db => db.ReminderMails.ToListAsync());

    private SmtpMailer Mailer() => new(App.Services.GetRequiredService<IOptions<MailSettings>>(), App.Clock);

    private Task<int> SendThroughAsync(IMailer mailer) => App.AsNobody().RunAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<SendQueuedReminders>(services, mailer).RunAsync());


    private sealed class Away : IMailer
    {
        public bool IsOn => true;

        public Task SendAsync(Mail mail, CancellationToken cancel) => throw new MailFailedException(MailFailureKind.ServerAway, "SMTP gone", hitsEveryMail: true);
    }
}
