using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>One mail to one person, in both forms. The id stays the same however often it is tried.</summary>
public sealed record Mail(Guid Id, string ToAddress, string ToName, string Culture, string Subject, string Text, string Html)
{
    /// <summary>What goes into the reader's calendar with it; nothing for most mails.</summary>
    public MailCalendar? Calendar { get; init; }
}

/// <summary>A calendar object (RFC 5545) as a mail brings it (RFC 6047).</summary>
/// <param name="Method">REQUEST or CANCEL.</param>
/// <param name="Text">The object, its lines parted by CRLF.</param>
public sealed record MailCalendar(string Method, string Text);

/// <summary>The way out for mail. Several mails may be sent at once, each over a connection of its own.</summary>
public interface IMailer
{
    /// <summary>Whether there is one at all.</summary>
    bool IsOn { get; }

    /// <summary>Returns when the mail server has taken it.</summary>
    /// <exception cref="MailFailedException">It has not.</exception>
    Task SendAsync(Mail mail, CancellationToken cancel);
}

/// <summary>A mail that was not taken.</summary>
/// <param name="kind">Why.</param>
/// <param name="said">What the server said, in short: never a name or an address.</param>
/// <param name="hitsEveryMail">Whether another mail would meet the same.</param>
/// <param name="retryAfter">How long the server asks us to wait.</param>
public sealed class MailFailedException(MailFailureKind kind, string said, bool hitsEveryMail, TimeSpan? retryAfter = null) : Exception(said)
{
    public MailFailureKind Kind { get; } = kind;

    public bool HitsEveryMail { get; } = hitsEveryMail;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
