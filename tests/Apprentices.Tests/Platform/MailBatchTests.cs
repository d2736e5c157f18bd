using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Platform;

/// <summary>Messages are claimed and written many together: what that costs, and that each is still true when it goes out.</summary>
public sealed class MailBatchTests : AppTests
{
    protected override IReadOnlyList<string> MailServerArguments => [];

    [BothDatabases]
    public async Task A_mail_more_in_a_batch_takes_one_statement_more()
    {
        await DueTalkAsync();
        var three = await App.Sql.CountAsync(() => SendAsync());
        for (var i = 0; i < 3; i++)
        {
            await DueTalkAsync();
        }

        Assert.Equal(three + 6, await App.Sql.CountAsync(() => SendAsync()));
        Assert.InRange(three, 1, 40);
        Assert.Equal(12, (await MailServer.MailsAsync()).Count);
    }

    [BothDatabases]
    public async Task A_row_that_is_changed_after_its_mail_was_written_is_written_anew()
    {
        await DueTalkAsync();
        var kept = await Given.PersonAsync(email: "kept@example.no");

        Assert.Equal(3, await SendAsync(firstSent: async () => await App.ChangeAsync(async db =>
        {
            var waiting = await db.ReminderMails.Where(QueuedMail.Waiting<ReminderMail>()).ToListAsync();
            waiting.Last(mail => mail.Id != waiting[0].Id).MoveTo(kept.Id);
        })));

        Assert.Single(await MailServer.MailsAsync(), mail => mail.To[0] == kept.Email);
    }

    [BothDatabases]
    public async Task What_is_done_while_a_batch_lingers_is_not_told_of_any_more()
    {
        var talk = await DueTalkAsync();

        Assert.Equal(1, await SendAsync(firstSent: async () =>
        {
            await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == talk.Id)).Waive("Left the employer."));
            App.Clock.Advance(TimeSpan.FromSeconds(6));
        }));

        Assert.Equal(2, await App.DbAsync(db => db.Reminders.CountAsync(reminder => reminder.CancelledAt != null)));
        Assert.Equal(2, await App.DbAsync(db => db.ReminderMails.CountAsync(mail => mail.CancelledAt != null)));
    }

    /// <summary>A hundred are taken, and when half of them have gone, the others; then the program stops.</summary>
    [BothDatabases]
    public async Task What_was_taken_ahead_is_free_again_when_the_run_stops()
    {
        var reader = await Given.PersonAsync();
        await App.ChangeAsync(async db => await db.AddRangeAsync(Enumerable.Range(0, 140).Select(_ => new ReminderMail(reader.Id, App.Clock.GetUtcNow()))));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendPlainAsync(async number =>
        {
            if (number == 60)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                while (await FreeAsync() > 0)
                {
                    await Task.Delay(10, patience.Token);
                }

                await stop.CancelAsync();
            }
        }, stop.Token));

        Assert.Equal(80, await FreeAsync());
        Assert.Equal(80, await SendPlainAsync(_ => Task.CompletedTask, CancellationToken.None));
    }

    private Task<int> FreeAsync() => App.DbAsync(db => db.ReminderMails.CountAsync(QueuedMail.ToSendAt<ReminderMail>(App.Clock.GetUtcNow())));

    /// <summary>Sends what waits over one connection, in plain words.</summary>
    private Task<int> SendPlainAsync(Func<int, Task> sent, CancellationToken cancel) => App.AsNobody().RunAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<MailQueue>(services, Options.Create(new MailSettings { Connections = 1 })).SendAsync(new Counted(sent), Plain, new JobProgress(), cancel));

    private static MailWriter<ReminderMail> Plain { get; } = new(10, (rows, _) => Task.FromResult<IReadOnlyDictionary<Guid, Mail>>(
        rows.ToDictionary(row => row.Id, row => new Mail(row.Id, "somebody@example.no", "Kari Nordmann", "nb-NO", "Emne", "Tekst", "<p>Tekst</p>"))));

    private async Task<Evaluation> DueTalkAsync()
    {
        var talk = await Given.EvaluationAsync(
            App.Clock.Today, instructor: await Given.InstructorAsync(), trainingManager: await Given.TrainingManagerAsync());
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await App.ChangeAsync(async db =>
        {
            foreach (var hers in (await db.Reminders.Where(Reminder.Loose).ToListAsync()).GroupBy(reminder => reminder.RecipientId))
            {
                var mail = new ReminderMail(hers.Key, App.Clock.GetUtcNow());
                foreach (var reminder in hers)
                {
                    reminder.GoesIn(mail);
                    await db.AddAsync(mail);
                }
            }
        });
        return talk;
    }

    private Task<int> SendAsync(Func<Task>? firstSent = null) => App.AsNobody().RunAsync(async (IServiceProvider services) =>
    {
        using var mailer = Mailer();
        return await ActivatorUtilities.CreateInstance<SendQueuedReminders>(services, new Between(mailer, firstSent)).RunAsync();
    });

    private SmtpMailer Mailer() => new(App.Services.GetRequiredService<IOptions<MailSettings>>(), App.Clock);

    /// <summary>Sends, and something happens just after the first.</summary>
    private sealed class Between(SmtpMailer inner, Func<Task>? firstSent) : IMailer
    {
        private Func<Task>? after = firstSent;

        public bool IsOn => true;

        public async Task SendAsync(Mail mail, CancellationToken cancel)
        {
            await inner.SendAsync(mail, cancel);
            await (Interlocked.Exchange(ref after, null)?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>Takes every mail, and says which it was.</summary>
    private sealed class Counted(Func<int, Task> sent) : IMailer
    {
        private int count;

        public bool IsOn => true;

        public Task SendAsync(Mail mail, CancellationToken cancel) => sent(++count);
    }
}
