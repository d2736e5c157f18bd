namespace Apprentices.Domain;

/// <summary>
/// What all instances know of a background job: which run holds it, and until when unless it is renewed; when the clock woke it
/// last; and whether an administrator has paused it.
/// </summary>
public sealed class JobState
{
    private JobState() { }

    public JobState(string jobId) => Id = jobId;

    /// <summary>The job's.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The run that holds it; empty while it rests.</summary>
    [NotPersonal]
    public Guid? RunId { get; private set; }

    /// <summary>So long no other run may begin; renewed while the run goes on.</summary>
    [NotPersonal]
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>When the job server woke it last, whether it then ran or not.</summary>
    [NotPersonal]
    public DateTimeOffset? WokenAt { get; private set; }

    /// <summary>Since when the clock lets it rest.</summary>
    [NotPersonal]
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Who paused it.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid? PausedById { get; private set; }
    public Person? PausedBy { get; private set; }

    /// <summary>Whoever paused it first stands.</summary>
    public void Pause(Guid personId, DateTimeOffset at)
    {
        if (PausedAt is null)
        {
            (PausedAt, PausedById) = (at, personId);
        }
    }

    public void Resume() => (PausedAt, PausedById) = (null, null);
}
