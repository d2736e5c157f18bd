namespace Apprentices.Domain;

/// <summary>A row that is a mail to be sent: claimed, sent, tried again after a failure, or called off.</summary>
public interface IQueuedMail : IVersioned
{
    Guid Id { get; }

    /// <summary>How often sending was tried in vain.</summary>
    int Failures { get; }

    /// <summary>When it may be tried next.</summary>
    DateTimeOffset NextTryAt { get; }

    void Claim(DateTimeOffset until);

    void MarkSent(DateTimeOffset at);

    void MarkFailed(string failure, DateTimeOffset nextTryAt);

    void Cancel(DateTimeOffset at);
}
