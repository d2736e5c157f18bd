using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>One kill in the daily run; KILL_ROUNDS and KILL_REMINDERS say how many for the long one (docs/operating.md).</summary>
public sealed class KilledWhileSendingTests : AppTests
{
    private const int Connections = 2;

    protected override IReadOnlyList<string> MailServerArguments => ["--delay", "0.1"];

    private static int Rounds => Of("KILL_ROUNDS", 1);

    private static int Reminders => Of("KILL_REMINDERS", 24);

    /// <summary>Two share a server; a file has one program.</summary>
    private static int Instances => TestDatabase.OfThisTest == DatabaseProvider.PostgreSql ? 2 : 1;

    [BothDatabases]
    public async Task A_program_killed_while_it_sends_loses_no_reminder_and_doubles_at_most_the_one_in_flight_on_each_connection()
    {
        Assert.Equal(Reminders, await App.WriteRemindersAsync(Reminders / 2));
        for (var round = 1; round <= Rounds; round++)
        {
            var killed = Enumerable.Range(0, Instances).Select(_ => ChildProgram.Start(App, MailServer.Settings)).ToList();
            await MailServer.WaitForAsync((await MailServer.MailsAsync()).Count + Random.Shared.Next(1, Reminders / (Rounds + 1)));
            await Task.WhenAll(killed.Select(child => child.KillAsync()));
            foreach (var child in killed)
            {
                await child.DisposeAsync();
            }

            // As if the time for which the killed ones held their rows had passed.
            await App.ChangeAsync(db => db.ReminderMails.Where(mail => mail.SentAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NextTryAt, OfficeTime.Clock.GetUtcNow())));
        }

        await using var next = ChildProgram.Start(App, MailServer.Settings);
        await WaitUntilSentAsync();

        var mails = await MailServer.MailsAsync();
        Assert.Equal(Reminders, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.InRange(mails.Count, Reminders, Reminders + (Rounds * Connections * Instances));
    }

    private static int Of(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;

    private async Task WaitUntilSentAsync()
    {
        for (var tries = 0; await App.DbAsync(db => db.ReminderMails.AnyAsync(QueuedMail.Waiting<ReminderMail>())); tries++)
        {
            Assert.True(tries < 6000, "Not everything was sent within ten minutes.");
            await Task.Delay(100);
        }
    }
}
