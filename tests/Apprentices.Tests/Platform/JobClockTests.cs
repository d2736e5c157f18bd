using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Platform;

/// <summary>The job server itself, in two instances on one database; the test looks on from a third, which runs no jobs.</summary>
public sealed class JobClockTests : AppTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, string?> WithJobs = new() { ["Jobs:Enabled"] = "true", ["Database:MigrateAtStart"] = "true" };

    protected override bool ProgramOfItsOwn => true;

    [BothDatabases]
    public async Task What_was_missed_this_morning_is_made_up_for_once_by_two_instances()
    {
        await using (var one = App.Beside(WithJobs))
        await using (var two = App.Beside(WithJobs))
        {
            await Task.WhenAll(Task.Run(() => one.Services, TestContext.Current.CancellationToken), Task.Run(() => two.Services, TestContext.Current.CancellationToken));
            await UntilAsync(runs => BackgroundJobs.Table.Where(job => job.MakesUp || job.AtStart).All(job => HasEnded(runs, job.Id)));
        }

        var all = await RunsAsync();
        Assert.Single(all, run => run.JobId == BackgroundJobs.RefreshDuties);
        Assert.Single(all, run => run.JobId == BackgroundJobs.QueueReminders);
        Assert.All(all, run => Assert.Null(run.Failure));
    }

    /// <summary>On SQLite there is one instance, and its schedule is in memory.</summary>
    [BothDatabases]
    public async Task When_the_clock_strikes_the_job_is_woken_once_and_the_sign_of_life_is_kept()
    {
        var isShared = BothDatabasesDiscoverer.OfThisTest == DatabaseProvider.PostgreSql;
        await using (var one = App.Beside(WithJobs))
        await using (var two = App.Beside(new Dictionary<string, string?>(WithJobs) { ["Jobs:Enabled"] = isShared ? "true" : "false" }))
        {
            _ = (one.Services, two.Services);
            string[] struck = [BackgroundJobs.PurgeDrafts, BackgroundJobs.PurgeDraftFiles, BackgroundJobs.PurgeJobRuns];
            for (var i = 0; i < struck.Length; i++)
            {
                await JobClock.StrikeAsync(isShared && i % 2 == 1 ? two : one, struck[i]);
            }

            await UntilAsync(runs => struck.All(id => HasEnded(runs, id)));
        }

        // Both have ended, and waited for what they ran.
        var all = await RunsAsync();
        Assert.Single(all, run => run.JobId == BackgroundJobs.PurgeDrafts);
        Assert.Single(all, run => run.JobId == BackgroundJobs.PurgeDraftFiles);
        Assert.Single(all, run => run.JobId == BackgroundJobs.PurgeJobRuns);
        Assert.Equal(App.Clock.GetUtcNow(), await App.DbAsync(db => db.JobStates.Where(state => state.Id == BackgroundJobs.PurgeDrafts).Select(state => state.WokenAt).SingleAsync()));
    }

    private static bool HasEnded(List<JobRun> runs, string id) => runs.Any(run => run.JobId == id && run.EndedAt is not null);

    private Task<List<JobRun>> RunsAsync() => App.DbAsync(db => db.JobRuns.AsNoTracking().ToListAsync());

    private async Task UntilAsync(Func<List<JobRun>, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds(await RunsAsync()))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
