using Apprentices.Domain;
using Apprentices.Features.Jobs;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Jobs;

public sealed class JobsTests : AppTests
{
    protected override IReadOnlyList<string> MailServerArguments => [];

    [BothDatabases]
    public async Task An_administrator_sees_how_each_job_went_and_runs_one_by_hand()
    {
        var administrator = await Given.AdministratorAsync();
        await Given.EvaluationAsync(App.Clock.Today);

        var run = await App.As(administrator).RunAsync((RunJobNow use) => use.RunAsync(BackgroundJobs.QueueReminders));
        var listed = await App.As(administrator).RunAsync((ListJobs use) => use.RunAsync());

        Assert.Equal(1, run!.Done);
        Assert.Equal(BackgroundJobs.Table.Select(job => job.Id), listed.Jobs.Select(job => job.Id));
        var queued = listed.Jobs.Single(job => job.Id == BackgroundJobs.QueueReminders);
        Assert.Equal((1, null), (queued.Last!.Done, queued.Last.Failure));
        Assert.Null(listed.Jobs[^1].Last);
        Assert.Single(await MailServer.WaitForAsync(1));
    }

    [BothDatabases]
    public async Task The_runs_that_promise_and_send_reminders_say_how_far_they_are()
    {
        var administrator = await Given.AdministratorAsync();
        await Given.EvaluationAsync(App.Clock.Today, instructor: await Given.InstructorAsync());

        await App.As(administrator).RunAsync((RunJobNow use) => use.RunAsync(BackgroundJobs.QueueReminders));

        var listed = await App.As(administrator).RunAsync((ListJobs use) => use.RunAsync());
        var (queued, sent) = (LastOf(BackgroundJobs.QueueReminders), LastOf(BackgroundJobs.SendReminders));
        Assert.True(queued is { Progress: > 0, Total: null });
        Assert.Equal((2, 2, 2), (sent.Done, sent.Progress, sent.Total));

        JobRunRow LastOf(string id) => listed.Jobs.Single(job => job.Id == id).Last!;
    }

    [BothDatabases]
    public async Task An_administrator_sends_herself_a_test_mail()
    {
        var administrator = await Given.PersonAsync(Roles.Administrator, language: Language.English);

        var sentTo = await App.As(administrator).RunAsync((SendTestMail use) => use.RunAsync());

        Assert.Equal(administrator.Email, sentTo);
        Assert.Equal("Test from Apprentices", Assert.Single(await MailServer.WaitForAsync(1)).Subject);
    }

    [BothDatabases]
    public async Task Nobody_else_sees_or_runs_jobs()
    {
        var hr = await Given.HrAsync();

        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((ListJobs use) => use.RunAsync()));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((RunJobNow use) => use.RunAsync(BackgroundJobs.PurgeDrafts)));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((ListJobRuns use) => use.RunAsync(BackgroundJobs.PurgeDrafts)));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((StopJob use) => use.RunAsync(BackgroundJobs.PurgeDrafts)));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((PauseJob use) => use.RunAsync(BackgroundJobs.PurgeDrafts)));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((ResumeJob use) => use.RunAsync(BackgroundJobs.PurgeDrafts)));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(hr).RunAsync((SendTestMail use) => use.RunAsync()));
    }
}
