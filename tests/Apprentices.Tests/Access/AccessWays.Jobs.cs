using Apprentices.Features.Jobs;
using Apprentices.Platform;

namespace Apprentices.Tests.Access;

/// <content>The background jobs, of which none runs meanwhile.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfJobs() =>
    [
        Read<ListJobRuns>(async (use, _) => await use.RunAsync(BackgroundJobs.PurgeDrafts)),
        Read<StopJob>(async (use, _) => await use.RunAsync(BackgroundJobs.PurgeDrafts)),
        Do<PauseJob>((use, _) => use.RunAsync(BackgroundJobs.PurgeDrafts)),
        Do<ResumeJob>((use, _) => use.RunAsync(BackgroundJobs.PurgeDrafts)),
    ];
}
