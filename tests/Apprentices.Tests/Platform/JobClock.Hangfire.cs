using Apprentices.Tests.Support;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>Lets the job server wake a job at once, as it would when the clock strikes.</summary>
internal static class JobClock
{
    public static Task StrikeAsync(TestApp app, string jobId)
    {
        app.Services.GetRequiredService<IRecurringJobManager>().Trigger(jobId);
        return Task.CompletedTask;
    }
}
