namespace Apprentices.Domain;

/// <summary>What was decided when the database was created: whether it is a demo, open to the sign-in by persona. Never changed.</summary>
public sealed class Installation
{
    /// <summary>The key of the one row.</summary>
    public const int OnlyId = 1;

    private Installation() { }

    public Installation(bool isDemo, DateTimeOffset createdAt) => (Id, IsDemo, CreatedAt) = (OnlyId, isDemo, createdAt);

    public int Id { get; private set; }
    public bool IsDemo { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When sample data was put in; once at most.</summary>
    public DateTimeOffset? SamplesAddedAt { get; private set; }

    public void MarkSamplesAdded(DateTimeOffset at) => SamplesAddedAt ??= at;
}
