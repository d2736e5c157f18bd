using Apprentices.Domain;
using Apprentices.Features.Jobs;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>Two instances on one database: one run at a time, seen and stopped from either.</summary>
public sealed class JobLeaseTests : AppTests
{
    private const string Cron = "0 0 7 * * ?";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TestApp? other;

    private TestApp Other => other ??= App.Beside();

    public override async ValueTask DisposeAsync()
    {
        await (other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [BothDatabases]
    public async Task A_job_that_another_instance_runs_is_not_begun()
    {
        var hold = new TaskCompletionSource<int>();
        var runs = 0;
        var job = new BackgroundJob("test", () => "", Cron, (_, _) =>
        {
            Interlocked.Increment(ref runs);
            return hold.Task;
        });

        var tries = new[] { RunnerOf(App).RunAsync(job), RunnerOf(Other).RunAsync(job) };
        var refused = await Task.WhenAny(tries).WaitAsync(Patience);
        Assert.Null(await refused);
        hold.SetResult(1);

        Assert.Equal(1, (await tries.Single(one => one != refused))!.Done);
        Assert.Equal(1, runs);
        Assert.NotNull(await RunnerOf(Other).RunAsync(job));
    }

    [BothDatabases]
    public async Task What_an_instance_left_is_taken_over_once_when_its_time_is_over()
    {
        var gone = await LeaveAsync(BackgroundJobs.PurgeDrafts);

        Other.Clock.Advance(JobLeases.Lease - TimeSpan.FromSeconds(1));
        await RunnerOf(Other).TakeOverAsync(CancellationToken.None);
        Assert.Null((await RunsAsync()).Single().EndedAt);

        App.Clock.Advance(JobLeases.Lease);
        Other.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(RunnerOf(App).TakeOverAsync(CancellationToken.None), RunnerOf(Other).TakeOverAsync(CancellationToken.None));

        var runs = await RunsAsync();
        Assert.Equal(JobRun.Abandoned, runs.Single(run => run.Id == gone).Failure);
        Assert.Null(runs.Single(run => run.Id != gone).Failure);
    }

    [BothDatabases]
    public async Task Of_a_paused_job_that_an_instance_left_only_the_run_is_ended()
    {
        var administrator = await Given.AdministratorAsync();
        await LeaveAsync(BackgroundJobs.PurgeDrafts);
        await App.As(administrator).RunAsync((PauseJob use) => use.RunAsync(BackgroundJobs.PurgeDrafts));

        App.Clock.Advance(JobLeases.Lease);
        await RunnerOf(App).TakeOverAsync(CancellationToken.None);

        Assert.Equal(JobRun.Abandoned, (await RunsAsync()).Single().Failure);
    }

    [BothDatabases]
    public async Task A_run_is_seen_and_stopped_from_another_instance()
    {
        var administrator = await Given.AdministratorAsync();
        var job = BackgroundJobs.Of(BackgroundJobs.PurgeDrafts) with
        {
            RunAsync = async (services, cancel) =>
            {
                var progress = services.GetRequiredService<JobProgress>();
                progress.Begin(4);
                progress.Report(2);
                progress.Step();
                await Task.Delay(Timeout.Infinite, cancel);
                return 1;
            },
        };

        var running = RunnerOf(App).RunAsync(job);
        await UntilAsync(async () => (await RowAsync()) is { IsRunning: true, Progress: 3, Total: 4 });
        Assert.True(await Other.As(administrator).RunAsync((StopJob use) => use.RunAsync(job.Id)));

        Assert.Equal(JobRun.Cancelled, (await running.WaitAsync(Patience))!.Failure);
        var row = (await RowAsync())!;
        Assert.Equal((JobRun.Cancelled, 3, 4, true), (row.Failure, row.Progress, row.Total, row.IsAskedToStop));
        Assert.False(await Other.As(administrator).RunAsync((StopJob use) => use.RunAsync(job.Id)));

        async Task<JobRunRow?> RowAsync() =>
            (await Other.As(administrator).RunAsync((ListJobs use) => use.RunAsync())).Jobs.Single(row => row.Id == job.Id).Last;
    }

    [BothDatabases]
    public async Task A_paused_job_rests_in_every_instance_until_it_is_resumed_and_runs_by_hand()
    {
        var administrator = await Given.PersonAsync(Roles.Administrator, "Kari Lie");
        var job = BackgroundJobs.Of(BackgroundJobs.QueueReminders);
        await App.As(administrator).RunAsync((PauseJob use) => use.RunAsync(job.Id));

        Assert.Null(await RunnerOf(Other).WakeAsync(job, CancellationToken.None));
        await RunnerOf(Other).MakeUpAsync(CancellationToken.None);
        Assert.DoesNotContain(await RunsAsync(), run => run.JobId == job.Id);
        var listed = (await Other.As(administrator).RunAsync((ListJobs use) => use.RunAsync())).Jobs.Single(row => row.Id == job.Id);
        Assert.Equal(new ListJobs.Pause(App.Clock.GetUtcNow(), "Kari Lie"), listed.Paused);

        Assert.NotNull(await RunnerOf(Other).RunAsync(job));
        await Other.As(administrator).RunAsync((ResumeJob use) => use.RunAsync(job.Id));
        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.NotNull(await RunnerOf(App).WakeAsync(job, CancellationToken.None));
    }

    [BothDatabases]
    public async Task What_is_done_for_the_day_is_not_done_again_by_the_clock()
    {
        var job = BackgroundJobs.Of(BackgroundJobs.QueueReminders);

        Assert.NotNull(await RunnerOf(App).WakeAsync(job, CancellationToken.None));
        Assert.Null(await RunnerOf(Other).WakeAsync(job, CancellationToken.None));

        Assert.Single(await RunsAsync(), run => run.JobId == job.Id);
    }

    [BothDatabases]
    public async Task The_runs_of_a_job_come_a_page_at_a_time()
    {
        var administrator = await Given.AdministratorAsync();
        await App.ChangeAsync(async db =>
        {
            for (var minute = 0; minute <= ListJobRuns.PageSize; minute++)
            {
                var run = new JobRun(BackgroundJobs.SendReminders, App.Clock.Today, App.Clock.GetUtcNow().AddMinutes(-minute));
                run.End(run.StartedAt.AddSeconds(2), minute, minute == 1 ? "SMTP GeneralFailure" : null);
                await db.AddAsync(run);
            }
        });

        var (first, second) = (await PageAsync(1), await PageAsync(2));

        Assert.Equal((ListJobRuns.PageSize, ListJobRuns.PageSize + 1, 1), (first.Rows.Count, first.Total, first.Failed));
        Assert.Equal((0, TimeSpan.FromSeconds(2)), (first.Rows[0].Done, first.Rows[0].Took));
        Assert.Equal(ListJobRuns.PageSize, second.Rows.Single().Done);
        await Assert.ThrowsAsync<NotThereException>(() => App.As(administrator).RunAsync((ListJobRuns use) => use.RunAsync("nothing")));

        Task<ListJobRuns.Result> PageAsync(int page) => App.As(administrator).RunAsync((ListJobRuns use) => use.RunAsync(BackgroundJobs.SendReminders, page));
    }

    /// <summary>As an instance leaves it that is killed: the job held, its run open.</summary>
    private async Task<Guid> LeaveAsync(string jobId)
    {
        var run = new JobRun(jobId, App.Clock.Today, App.Clock.GetUtcNow());
        Assert.True(await App.Services.GetRequiredService<JobLeases>().TakeAsync(run, evenPaused: false));
        await App.ChangeAsync(async db => await db.AddAsync(run));
        return run.Id;
    }

    private static JobRunner RunnerOf(TestApp app) => app.Services.GetRequiredService<JobRunner>();

    private Task<List<JobRun>> RunsAsync() => App.DbAsync(db => db.JobRuns.OrderBy(run => run.StartedAt).ToListAsync());

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
