using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>An instance is killed in the midst of a run; another one takes its work over.</summary>
public sealed class KilledJobTests : AppTests
{
    private const int Connections = 2;

    protected override IReadOnlyList<string> MailServerArguments => ["--delay", "0.2"];

    [BothDatabases]
    public async Task The_run_of_a_killed_instance_is_taken_over_and_its_mails_are_sent()
    {
        var mails = await App.WriteRemindersAsync(talks: 5);
        var runner = App.Services.GetRequiredService<JobRunner>();
        var sending = BackgroundJobs.Of(BackgroundJobs.SendReminders);

        await using (var killed = ChildProgram.Start(App, MailServer.Settings))
        {
            await MailServer.WaitForAsync(2);
            SetClock(TimeSpan.Zero);
            Assert.Null(await runner.RunAsync(sending));
            await killed.KillAsync();
        }

        // As if the time had passed for which the killed one held the job, and the mail in flight.
        SetClock(MailQueue.Lease + JobLeases.Lease);
        await runner.TakeOverAsync(CancellationToken.None);

        Assert.False(await App.DbAsync(db => db.ReminderMails.AnyAsync(QueuedMail.Waiting<ReminderMail>())));
        Assert.InRange((await MailServer.MailsAsync()).Count, mails, mails + Connections);
        var runs = await App.DbAsync(db => db.JobRuns.Where(run => run.JobId == sending.Id).OrderBy(run => run.StartedAt).ToListAsync());
        Assert.Contains(runs, run => run.Failure == JobRun.Abandoned);
        Assert.Null(runs[^1].Failure);
    }

    /// <summary>The child goes by the real clock; this instance stands a while after it, on the same day.</summary>
    private void SetClock(TimeSpan ahead) => App.Clock.Advance(OfficeTime.Clock.GetUtcNow() + ahead - App.Clock.GetUtcNow());
}
