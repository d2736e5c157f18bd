namespace Apprentices.Domain;

/// <summary>One run of a background job: when, for which day, where, how far it is, what it did, and what went wrong.</summary>
public sealed class JobRun
{
    /// <summary>An administrator stopped it.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary>The instance that ran it was gone before it ended.</summary>
    public const string Abandoned = "Abandoned";

    /// <summary>The instance could not say in time that it still ran it, so that another was free to.</summary>
    public const string LeaseLost = "LeaseLost";

    private JobRun() { }

    public JobRun(string jobId, DateOnly dayOn, DateTimeOffset startedAt, string instance = "") =>
        (JobId, DayOn, StartedAt, Instance) = (jobId, dayOn, startedAt, instance);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string JobId { get; private set; } = "";

    /// <summary>The office's day on which it ran.</summary>
    public DateOnly DayOn { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Which instance of the program ran it: machine and process.</summary>
    public string Instance { get; private set; } = "";

    /// <summary>Empty while it runs; a run whose instance is gone is ended by another.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many things it did: queued, sent, purged.</summary>
    public int Done { get; private set; }

    /// <summary>How far it is, in its own steps; as far as it came once it has ended.</summary>
    public int Progress { get; private set; }

    /// <summary>Of how many steps; empty where it does not know.</summary>
    public int? Total { get; private set; }

    /// <summary>When an administrator asked it to stop: it ends at its next step.</summary>
    public DateTimeOffset? CancelAskedAt { get; private set; }

    /// <summary>What went wrong: the kind of error, never a name or an address.</summary>
    public string? Failure { get; private set; }

    public void End(DateTimeOffset at, int done, string? failure) => (EndedAt, Done, Failure) = (at, done, failure);

    public void Reach(int progress, int? total) => (Progress, Total) = (progress, total);
}
