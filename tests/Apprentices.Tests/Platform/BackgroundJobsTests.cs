using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

public sealed class BackgroundJobsTests : AppTests
{
    [Theory]
    [InlineData("2026-11-20T08:00", "2026-11-23T07:00")]
    [InlineData("2026-11-23T06:59", "2026-11-23T07:00")]
    [InlineData("2026-12-24T08:00", "2026-12-28T07:00")]
    [InlineData("2027-03-24T08:00", "2027-03-30T07:00")]
    [InlineData("2027-03-27T08:00", "2027-03-30T07:00")]
    public void Reminders_are_queued_at_seven_in_Oslo_on_working_days(string after, string next) => Assert.Equal(
        InOslo(next), JobServer.NextRun(BackgroundJobs.Of(BackgroundJobs.QueueReminders), InOslo(after)));

    [BothDatabases]
    public async Task A_run_leaves_a_row_of_what_it_did()
    {
        await Given.EvaluationAsync(App.Clock.Today);

        await Runner.RunAsync(BackgroundJobs.Of(BackgroundJobs.QueueReminders));

        var run = (await RunsAsync()).Single(run => run.JobId == BackgroundJobs.QueueReminders);
        Assert.Equal((App.Clock.Today, 1, null), (run.DayOn, run.Done, run.Failure));
        Assert.NotNull(run.EndedAt);
    }

    [BothDatabases]
    public async Task A_failure_is_kept_by_its_kind_and_without_its_words()
    {
        var job = new BackgroundJob("test", () => "", "0 0 7 * * ?", (_, _) => throw new InvalidOperationException("Mari Berg"));

        var run = await Runner.RunAsync(job);

        Assert.Equal(nameof(InvalidOperationException), run!.Failure);
        Assert.Equal(nameof(InvalidOperationException), (await RunsAsync()).Single().Failure);
    }

    [BothDatabases]
    public async Task A_job_that_runs_is_not_begun_a_second_time()
    {
        var hold = new TaskCompletionSource<int>();
        var job = new BackgroundJob("test", () => "", "0 0 7 * * ?", (_, _) => hold.Task);

        // Whichever of the two is faster.
        var tries = new[] { Runner.RunAsync(job), Runner.RunAsync(job) };
        var refused = await Task.WhenAny(tries);
        Assert.Null(await refused);
        hold.SetResult(3);

        Assert.Equal(3, (await tries.Single(one => one != refused))!.Done);
        Assert.Single(await RunsAsync());
    }

    [BothDatabases]
    public async Task Of_runs_that_found_nothing_to_do_only_the_last_is_kept_where_they_are_many()
    {
        for (var i = 0; i < 3; i++)
        {
            await Runner.RunAsync(BackgroundJobs.Of(BackgroundJobs.SendReminders));
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(await RunsAsync());
    }

    [BothDatabases]
    public async Task A_run_missed_this_morning_is_made_up_for_once()
    {
        await Runner.MakeUpAsync(CancellationToken.None);
        await Runner.MakeUpAsync(CancellationToken.None);

        Assert.Single(await RunsAsync(), run => run.JobId == BackgroundJobs.QueueReminders);
    }

    [BothDatabases]
    public async Task Nothing_is_made_up_for_before_seven_or_on_a_holiday()
    {
        App.Clock.Set(App.Clock.Today, new TimeOnly(6, 59));
        await Runner.MakeUpAsync(CancellationToken.None);
        App.Clock.Set(new DateOnly(2027, 5, 17));
        await Runner.MakeUpAsync(CancellationToken.None);

        Assert.DoesNotContain(await RunsAsync(), run => run.JobId == BackgroundJobs.QueueReminders);
    }

    /// <summary>One that failed, and one that somebody stopped.</summary>
    [BothDatabases]
    public async Task What_failed_this_morning_is_tried_again_until_it_goes_well()
    {
        await App.ChangeAsync(async db => await db.AddRangeAsync(Ended(BackgroundJobs.QueueReminders, "TimeoutException"), Ended(BackgroundJobs.RefreshDuties, JobRun.Cancelled)));

        await Runner.TryAgainAsync(CancellationToken.None);
        await Runner.TryAgainAsync(CancellationToken.None);

        Assert.Equal(["TimeoutException", null], (await RunsAsync()).Where(run => run.JobId == BackgroundJobs.QueueReminders).Select(run => run.Failure));
        Assert.Single(await RunsAsync(), run => run.JobId == BackgroundJobs.RefreshDuties);

        JobRun Ended(string job, string failure)
        {
            var run = new JobRun(job, App.Clock.Today, App.Clock.GetUtcNow().AddHours(-1));
            run.End(run.StartedAt.AddSeconds(30), 0, failure);
            return run;
        }
    }

    [BothDatabases]
    public async Task Runs_long_past_are_forgotten()
    {
        await App.ChangeAsync(async db =>
        {
            await db.AddAsync(new JobRun("test", App.Clock.Today.AddDays(-91), App.Clock.GetUtcNow().AddDays(-91)));
            await db.AddAsync(new JobRun("test", App.Clock.Today.AddDays(-90), App.Clock.GetUtcNow().AddDays(-90)));
        });

        Assert.Equal(1, (await Runner.RunAsync(BackgroundJobs.Of(BackgroundJobs.PurgeJobRuns)))!.Done);
    }

    private JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    private Task<List<JobRun>> RunsAsync() => App.DbAsync(db => db.JobRuns.OrderBy(run => run.StartedAt).ToListAsync());

    private static DateTimeOffset InOslo(string wall)
    {
        var time = DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, OfficeTime.Zone.GetUtcOffset(time));
    }
}
