using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>One kill in the daily run; KILL_ROUNDS and KILL_REMINDERS say how many for the long one (docs/operating.md).</summary>
public sealed class KilledWhileSendingTests : AppTests
{
    private const int Connections = 2;
    private MailSink sink = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => sink.Settings;

    private static int Rounds => Of("KILL_ROUNDS", 1);

    private static int Reminders => Of("KILL_REMINDERS", 24);

    /// <summary>Two share a server; a file has one program.</summary>
    private static int Instances => TestDatabase.OfThisTest == DatabaseProvider.PostgreSql ? 2 : 1;

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
    public async Task A_program_killed_while_it_sends_loses_no_reminder_and_doubles_at_most_the_one_in_flight_on_each_connection()
    {
        await QueueAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            var killed = Enumerable.Range(0, Instances).Select(_ => ChildProgram.Start(App, sink.Settings)).ToList();
            await sink.WaitForAsync((await sink.MailsAsync()).Count + Random.Shared.Next(1, Reminders / (Rounds + 1)));
            await Task.WhenAll(killed.Select(child => child.KillAsync()));
            foreach (var child in killed)
            {
                await child.DisposeAsync();
            }

            // As if the time for which the killed ones held their rows had passed.
            await App.ChangeAsync(db => db.ReminderMails.Where(mail => mail.SentAt == null).ForEachAsync(mail => mail.Claim(OfficeTime.Clock.GetUtcNow())));
        }

        await using var next = ChildProgram.Start(App, sink.Settings);
        await WaitUntilSentAsync();

        var mails = await sink.MailsAsync();
        Assert.Equal(Reminders, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.InRange(mails.Count, Reminders, Reminders + (Rounds * Connections * Instances));
    }

    private static int Of(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <summary>Talks due within the week, as seen from yesterday, so that the child's clock finds the step reached.</summary>
    private async Task QueueAsync()
    {
        var today = OfficeTime.Clock.Today();
        App.Clock.Set(today.AddDays(-1));
        var dueOn = Enumerable.Range(1, 6).Select(ahead => today.AddDays(ahead)).First(day => day.Day < 28);
        for (var i = 0; i < Reminders / 2; i++)
        {
            await Given.EvaluationAsync(dueOn, instructor: await Given.InstructorAsync());
        }

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
    }

    private async Task WaitUntilSentAsync()
    {
        for (var tries = 0; await App.DbAsync(db => db.Reminders.AnyAsync(Reminder.Waiting)); tries++)
        {
            Assert.True(tries < 6000, "Not everything was sent within ten minutes.");
            await Task.Delay(100);
        }
    }
}
