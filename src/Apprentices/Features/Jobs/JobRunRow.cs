using Apprentices.Domain;

namespace Apprentices.Features.Jobs;

/// <summary>One run of a job as it is shown.</summary>
public sealed record JobRunRow(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Instance, int Done, int Progress, int? Total, bool IsAskedToStop, string? Failure)
{
    public TimeSpan? Took => EndedAt - StartedAt;

    public bool IsRunning => EndedAt is null;

    public static JobRunRow Of(JobRun run) => new(
        run.Id, run.StartedAt, run.EndedAt, run.Instance, run.Done, run.Progress, run.Total, run.CancelAskedAt is not null, run.Failure);
}
