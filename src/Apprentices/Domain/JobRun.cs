namespace Apprentices.Domain;

/// <summary>One run of a background job: when, for which day, what it did, and what went wrong.</summary>
public sealed class JobRun
{
    private JobRun() { }

    public JobRun(string jobId, DateOnly dayOn, DateTimeOffset startedAt) => (JobId, DayOn, StartedAt) = (jobId, dayOn, startedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string JobId { get; private set; } = "";

    /// <summary>The office's day on which it ran.</summary>
    public DateOnly DayOn { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Empty while it runs, and for good if the app was killed meanwhile.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many things it did: queued, sent, purged.</summary>
    public int Done { get; private set; }

    /// <summary>What went wrong: the kind of error, never a name or an address.</summary>
    public string? Failure { get; private set; }

    public void End(DateTimeOffset at, int done, string? failure) => (EndedAt, Done, Failure) = (at, done, failure);
}
