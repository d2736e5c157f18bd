using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>What an answer of a mail server means for the mail.</summary>
internal static class SmtpAnswers
{
    private const int FirstRefusalForGood = 500;
    private const int Closing = 421;
    private const int MessageTooLarge = 552;

    public static MailFailedException OfRecipient(SmtpFailedRecipientException refused)
    {
        var said = $"SMTP {(int)refused.StatusCode}";
        return ((int)refused.StatusCode, refused.Message) switch
        {
            (Closing, _) => new(MailFailureKind.ServerAway, said, hitsEveryMail: true),
            (< FirstRefusalForGood, _) => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: false),

            // RFC 3463: the class of permissions. The server may not relay for us; that is ours to mend, and the address may be right.
            (_, var message) when message.Contains(" 5.7.", StringComparison.Ordinal) => new(MailFailureKind.RefusesUs, said + " 5.7", hitsEveryMail: false),
            ((int)SmtpStatusCode.MailboxNameNotAllowed or (int)SmtpStatusCode.SyntaxError, _) => new(MailFailureKind.BadAddress, said, hitsEveryMail: false),
            _ => new(MailFailureKind.RefusedForGood, said, hitsEveryMail: false),
        };
    }

    public static MailFailedException OfServer(SmtpException failed)
    {
        var inner = failed.InnerException?.GetBaseException();
        var said = inner is null ? $"SMTP {(int)failed.StatusCode}" : $"SMTP {inner.GetType().Name}";
        return (inner, (int)failed.StatusCode) switch
        {
            (AuthenticationException, _) => new(MailFailureKind.NotSecure, said, hitsEveryMail: true),
            (SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted }, _) =>
                new(MailFailureKind.Dropped, said, hitsEveryMail: true),
            (SocketException, _) => new(MailFailureKind.ServerAway, said, hitsEveryMail: true),
            (IOException, _) => new(MailFailureKind.Dropped, said, hitsEveryMail: true),
            (FormatException, _) => new(MailFailureKind.BadAddress, said, hitsEveryMail: false),
            (_, Closing) => new(MailFailureKind.ServerAway, said, hitsEveryMail: true),
            (_, MessageTooLarge) => new(MailFailureKind.RefusedForGood, said, hitsEveryMail: false),
            (_, >= FirstRefusalForGood) => new(MailFailureKind.RefusesUs, said, hitsEveryMail: true),
            (_, > 0) => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: false),
            _ => new(MailFailureKind.NotSecure, said, hitsEveryMail: true),
        };
    }
}
