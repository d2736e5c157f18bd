namespace Apprentices.Tests.Access;

/// <content>The background jobs.</content>
internal static partial class AccessTable
{
    private const string OfJobs = """
        ListJobRuns                      x     x     x     x     x     x     x     x     x     yes   -
        StopJob                          x     x     x     x     x     x     x     x     x     0     -
        PauseJob                         x     x     x     x     x     x     x     x     x     yes   -
        ResumeJob                        x     x     x     x     x     x     x     x     x     yes   -
        """;
}
