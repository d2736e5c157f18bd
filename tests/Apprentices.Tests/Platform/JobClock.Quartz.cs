using Apprentices.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;

namespace Apprentices.Tests.Platform;

/// <summary>Lets the job server wake a job at once, as it would when the clock strikes.</summary>
internal static class JobClock
{
    public static async Task StrikeAsync(TestApp app, string jobId)
    {
        var scheduler = app.Services.GetRequiredService<ISchedulerRepository>().LookupAll().Single();
        await scheduler.TriggerJob(new JobKey(jobId));
    }
}
