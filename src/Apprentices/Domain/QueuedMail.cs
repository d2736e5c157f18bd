using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// A row that is a mail to be sent: claimed, sent, tried again after a failure, given up or called off. The row is the queue, and its id
/// the Message-ID.
/// </summary>
public abstract class QueuedMail : IVersioned
{
    /// <summary>After so many failures it is given up, and shown so.</summary>
    public const int MostFailures = 10;

    private protected QueuedMail() { }

    private protected QueuedMail(DateTimeOffset queuedAt) => (QueuedAt, NextTryAt) = (queuedAt, queuedAt);

    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static TimeSpan LongestHold { get; } = TimeSpan.FromMinutes(5);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [NotPersonal]
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When the mail server took it.</summary>
    [NotPersonal]
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was called off: it is no longer true, or a later one has taken its place.</summary>
    [NotPersonal]
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>How often sending was tried in vain.</summary>
    [NotPersonal]
    public int Failures { get; private set; }

    /// <summary>When it may be tried next; a sender that takes it moves this ahead, so that no other takes it too.</summary>
    [NotPersonal]
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>What the mail server said last, or the kind of error that writing it met; never a name or an address.</summary>
    [NotPersonal]
    public string? LastFailure { get; private set; }

    /// <summary>When a try ended without an answer: the mail server may have taken it for all that.</summary>
    [NotPersonal]
    public DateTimeOffset? PerhapsSentAt { get; private set; }

    /// <summary>Why it failed last; what the mail server said is in <see cref="LastFailure"/>.</summary>
    [NotPersonal]
    public MailFailureKind? FailureKind { get; private set; }

    /// <summary>When it was given up: it cannot arrive, or was tried too often.</summary>
    [NotPersonal]
    public DateTimeOffset? GivenUpAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The one definition of "to be sent now", in SQL and in memory.</summary>
    public static Expression<Func<T, bool>> ToSendAt<T>(DateTimeOffset now) where T : QueuedMail => mail =>
        mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt == null && mail.NextTryAt <= now;

    /// <summary>The one definition of "still to be sent, now or later", in SQL and in memory.</summary>
    public static Expression<Func<T, bool>> Waiting<T>() where T : QueuedMail =>
        mail => mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt == null;

    /// <summary>The one definition of "given up", in SQL and in memory.</summary>
    public static Expression<Func<T, bool>> GivenUp<T>() where T : QueuedMail =>
        mail => mail.SentAt == null && mail.CancelledAt == null && mail.GivenUpAt != null;

    /// <summary>The one definition of "arrived, or may have", in SQL and in memory.</summary>
    public static Expression<Func<T, bool>> MayHaveArrived<T>() where T : QueuedMail => mail => mail.SentAt != null || mail.PerhapsSentAt != null;

    public void MarkSent(DateTimeOffset at) => (SentAt, FailureKind, LastFailure) = (at, null, null);

    /// <summary>It was not taken, or not even written. Where another try is of no use, or there were too many, it is given up.</summary>
    public void MarkFailed(MailFailureKind kind, string said, DateTimeOffset at, DateTimeOffset nextTryAt)
    {
        (Failures, FailureKind, LastFailure, NextTryAt) = (Failures + 1, kind, said, nextTryAt);
        PerhapsSentAt ??= kind.MayHaveArrived() ? at : null;
        GivenUpAt = kind.IsForGood() || Failures >= MostFailures ? at : null;
    }

    /// <summary>Somebody wants it tried afresh. One that a sender may hold just now is left to it.</summary>
    public virtual void SendAgain(DateTimeOffset at)
    {
        Rule.Require(SentAt is null && CancelledAt is null && FailureKind is not null, RuleTexts.MessageNotFailed);

        if (GivenUpAt is not null || NextTryAt > at + LongestHold)
        {
            (Failures, GivenUpAt, NextTryAt) = (0, null, at);
        }
    }

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;

    /// <summary>It holds again, and was not sent.</summary>
    public void Renew(DateTimeOffset at) => (CancelledAt, NextTryAt) = (null, at);
}
