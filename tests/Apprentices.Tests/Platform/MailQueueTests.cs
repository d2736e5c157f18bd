using Apprentices.Domain;
using Apprentices.Features.Jobs;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Platform;

/// <summary>How messages leave the queue: what is refused, what is paused, what goes at once.</summary>
public sealed class MailQueueTests : AppTests
{
    private const string Unknown = "unknown@example.no";
    private const string Full = "full@example.no";
    private const string Later = "later@example.no";
    private const string Dropped = "dropped@example.no";

    protected override IReadOnlyList<string> MailServerArguments => ["--refuse", Unknown, "--answer", Full, "452 4.2.2 Mailbox full", "--later", Later, "1", "--drop", Dropped];

    [BothDatabases]
    public async Task A_recipient_refused_for_good_hinders_nobody_else_and_is_given_up_at_once()
    {
        var wrong = await Given.PersonAsync(Roles.Instructor, email: Unknown);
        await Given.EvaluationAsync(App.Clock.Today, instructor: wrong);
        await QueueAsync();

        Assert.Equal(1, await SendAsync());
        App.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SendAsync());

        var refused = (await MailsAsync()).Single(r => r.RecipientId == wrong.Id);
        Assert.Equal((1, MailFailureKind.RefusedForGood, "SMTP 550"), (refused.Failures, refused.FailureKind, refused.LastFailure));
        Assert.NotNull(refused.GivenUpAt);
        Assert.Equal(1, await App.DbAsync(db => db.ReminderMails.CountAsync(QueuedMail.GivenUp<ReminderMail>())));
    }

    [BothDatabases]
    public async Task A_recipient_refused_for_now_is_tried_again_after_growing_pauses_until_it_is_given_up()
    {
        await Given.EvaluationAsync(App.Clock.Today, apprentice: await Given.PersonAsync(Roles.Apprentice, email: Full));
        await QueueAsync();
        List<TimeSpan> pauses = [];
        for (var i = 0; i < QueuedMail.MostFailures; i++)
        {
            await SendAsync();
            pauses.Add((await MailsAsync()).Single().NextTryAt - App.Clock.GetUtcNow());

            // As if the pause had passed, without the next step being reached.
            await App.ChangeAsync(db => db.ReminderMails.ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NextTryAt, App.Clock.GetUtcNow())));
        }

        var given = (await MailsAsync()).Single();
        Assert.Equal([1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440], pauses.Select(pause => pause.TotalMinutes));
        Assert.Equal((QueuedMail.MostFailures, MailFailureKind.RefusedForNow), (given.Failures, given.FailureKind));
        Assert.NotNull(given.GivenUpAt);
        Assert.Equal(0, await SendAsync());
    }

    [BothDatabases]
    public async Task A_recipient_refused_once_is_reached_the_next_time()
    {
        await Given.EvaluationAsync(App.Clock.Today, apprentice: await Given.PersonAsync(Roles.Apprentice, email: Later));
        await QueueAsync();

        Assert.Equal(0, await SendAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SendAsync());
        Assert.Null((await MailsAsync()).Single().FailureKind);
    }

    [BothDatabases]
    public async Task A_message_that_was_taken_before_the_connection_broke_comes_again_under_the_same_id()
    {
        await Given.EvaluationAsync(App.Clock.Today, apprentice: await Given.PersonAsync(Roles.Apprentice, email: Dropped));
        await QueueAsync();

        await Assert.ThrowsAsync<JobFailedException>(SendAsync);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);

        Assert.Equal(MailFailureKind.Dropped, (await MailsAsync()).Single().FailureKind);
        Assert.Single((await MailServer.WaitForAsync(2)).Select(mail => mail.MessageId).Distinct());
    }

    [BothDatabases]
    public async Task Paused_nothing_goes_out_and_what_still_holds_goes_afterwards()
    {
        var administrator = await Given.AdministratorAsync();
        await DueTalkAsync();
        await App.As(administrator).RunAsync((PauseMail use) => use.RunAsync());

        Assert.Equal(0, await SendAsync());
        var shown = await App.As(administrator).RunAsync((ShowMail use) => use.RunAsync());
        Assert.Equal((administrator.FullName, App.Clock.GetUtcNow()), (shown.Pause?.By, shown.Pause?.At));

        await App.As(administrator).RunAsync((ResumeMail use) => use.RunAsync());
        Assert.Equal(3, await SendAsync());
    }

    [BothDatabases]
    public async Task A_pause_is_heeded_at_the_next_mail_of_a_run_that_goes_on_already()
    {
        var administrator = await Given.AdministratorAsync();
        await DueTalkAsync();
        using var mailer = Mailer();

        Assert.Equal(1, await SendThroughAsync(new PausedAfterSending(mailer, () =>
            App.As(administrator).RunAsync((PauseMail use) => use.RunAsync()))));
        await App.As(administrator).RunAsync((ResumeMail use) => use.RunAsync());

        // The rest is not held by the run that was stopped.
        Assert.Equal(2, await SendAsync());
    }

    [BothDatabases]
    public async Task Several_connections_send_at_once_and_each_message_once()
    {
        for (var i = 0; i < 10; i++)
        {
            await DueTalkAsync();
        }

        Assert.Equal(30, await SendAsync());

        var mails = await MailServer.WaitForAsync(30);
        Assert.Equal(30, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(2, mails.Select(mail => mail.Connection).Distinct().Count());
    }

    [BothDatabases]
    public async Task Stopped_it_ends_with_the_mails_in_flight_and_neither_doubles_nor_holds_any()
    {
        await DueTalkAsync();
        await DueTalkAsync();
        using var mailer = Mailer();
        using var stop = new CancellationTokenSource();

        var (done, total) = await App.AsNobody().RunAsync(async (IServiceProvider services) =>
        {
            var sending = ActivatorUtilities.CreateInstance<SendQueuedReminders>(services, new StoppedWhileSending(mailer, stop));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.RunAsync(stop.Token));
            return services.GetRequiredService<JobProgress>().Now;
        });

        Assert.Equal(6, total);
        Assert.InRange(done, 1, 2);
        Assert.Equal(done, (await MailsAsync()).Count(mail => mail.SentAt is not null));
        Assert.Equal(6 - done, await SendAsync());
        Assert.Equal(6, (await MailServer.MailsAsync()).Count);
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

    private Task<List<ReminderMail>> MailsAsync() => App.DbAsync(db => db.ReminderMails.ToListAsync());

    private SmtpMailer Mailer() => new(App.Services.GetRequiredService<IOptions<MailSettings>>(), App.Clock);

    private Task<int> SendThroughAsync(IMailer mailer) => App.AsNobody().RunAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<SendQueuedReminders>(services, mailer).RunAsync());

    /// <summary>Is stopped with the first mail under way.</summary>
    private sealed class StoppedWhileSending(SmtpMailer inner, CancellationTokenSource stop) : IMailer
    {
        public bool IsOn => true;

        public async Task SendAsync(Mail mail, CancellationToken cancel)
        {
            await stop.CancelAsync();
            await inner.SendAsync(mail, cancel);
        }
    }

    /// <summary>Sends, and just then an administrator pauses all.</summary>
    private sealed class PausedAfterSending(SmtpMailer inner, Func<Task> pause) : IMailer
    {
        public bool IsOn => true;

        public async Task SendAsync(Mail mail, CancellationToken cancel)
        {
            await inner.SendAsync(mail, cancel);
            await pause();
        }
    }
}
