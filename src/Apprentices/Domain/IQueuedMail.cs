namespace Apprentices.Domain;

/// <summary>A row that is a mail to be sent: claimed, sent, tried again after a failure, or called off.</summary>
public interface IQueuedMail : IVersioned
{
    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    static TimeSpan LongestHold { get; } = TimeSpan.FromMinutes(5);

    Guid Id { get; }

    /// <summary>How often sending was tried in vain.</summary>
    int Failures { get; }

    /// <summary>When it may be tried next.</summary>
    DateTimeOffset NextTryAt { get; }

    DateTimeOffset? SentAt { get; }

    DateTimeOffset? CancelledAt { get; }

    /// <summary>When it was given up: it cannot arrive, or was tried too often.</summary>
    DateTimeOffset? GivenUpAt { get; }

    void Claim(DateTimeOffset until);

    void MarkSent(DateTimeOffset at);

    /// <summary>It was not taken. Where another try is of no use, or there were too many, it is given up.</summary>
    void MarkFailed(MailFailureKind kind, string said, DateTimeOffset at, DateTimeOffset nextTryAt);

    /// <summary>Somebody wants it tried afresh. One that a sender may hold just now is left to it.</summary>
    void SendAgain(DateTimeOffset at);

    void Cancel(DateTimeOffset at);
}
