using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>One kill in the daily run; KILL_ROUNDS says how many for the long one (docs/operating.md).</summary>
public sealed class KilledWhileSendingTests : AppTests
{
    private const int Talks = 6;
    private MailSink sink = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => sink.Settings;

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 1;

    public override async ValueTask InitializeAsync()
    {
        sink = await MailSink.StartAsync("--delay", "0.1");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await sink.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [BothDatabases]
    public async Task A_program_killed_while_it_sends_loses_no_reminder_and_doubles_at_most_the_one_in_flight()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var (before, expected) = ((await sink.MailsAsync()).Count, round * Talks * 2);
            await QueueAsync();

            await using (var killed = ChildProgram.Start(App, sink.Settings))
            {
                await sink.WaitForAsync(before + 1 + (round % Talks));
                await killed.KillAsync();
            }

            // As if the time for which the killed one held its row had passed.
            await App.ChangeAsync(db => db.ReminderMails.Where(r => r.SentAt == null).ForEachAsync(r => r.Claim(OfficeTime.Clock.GetUtcNow())));
            await using var next = ChildProgram.Start(App, sink.Settings);
            await WaitUntilSentAsync();

            var mails = await sink.MailsAsync();
            Assert.Equal(expected, mails.Select(mail => mail.MessageId).Distinct().Count());
            Assert.InRange(mails.Count, expected, expected + round);
        }
    }

    /// <summary>Talks due within the week, as seen from yesterday, so that the child's clock finds the step reached.</summary>
    private async Task QueueAsync()
    {
        var today = OfficeTime.Clock.Today();
        App.Clock.Set(today.AddDays(-1));
        var dueOn = Enumerable.Range(1, 6).Select(ahead => today.AddDays(ahead)).First(day => day.Day < 28);
        for (var i = 0; i < Talks; i++)
        {
            await Given.EvaluationAsync(dueOn, instructor: await Given.InstructorAsync());
        }

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
    }

    private async Task WaitUntilSentAsync()
    {
        for (var tries = 0; await App.DbAsync(db => db.Reminders.AnyAsync(Reminder.Waiting)); tries++)
        {
            Assert.True(tries < 1800, "Not everything was sent within three minutes.");
            await Task.Delay(100);
        }
    }
}
