using System.Net.Sockets;
using Apprentices.Domain;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Apprentices.Platform;

/// <summary>What an answer of a mail server, or none, means for the mail.</summary>
internal static class SmtpAnswers
{
    private const int FirstRefusalForGood = 500;
    private const int Closing = 421;
    private const int MessageTooLarge = 552;

    /// <summary>What has failed; nothing where it was not the server, nor the way to it.</summary>
    public static MailFailedException? Of(Exception failed) => failed switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => OfRecipient(refused),
        SmtpCommandException refused => OfServer(refused),
        SslHandshakeException or NotSupportedException => new(MailFailureKind.NotSecure, $"SMTP {failed.GetType().Name}", hitsEveryMail: true),
        AuthenticationException => new(MailFailureKind.RefusesUs, "SMTP sign-in", hitsEveryMail: true),
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted } =>
            new(MailFailureKind.Dropped, "SMTP connection", hitsEveryMail: true),
        SocketException away => new(MailFailureKind.ServerAway, $"SMTP {away.SocketErrorCode}", hitsEveryMail: true),
        SmtpProtocolException or IOException => new(MailFailureKind.Dropped, $"SMTP {failed.GetType().Name}", hitsEveryMail: true),
        _ => null,
    };

    private static MailFailedException OfRecipient(SmtpCommandException refused)
    {
        var said = $"SMTP {(int)refused.StatusCode}";
        return ((int)refused.StatusCode, refused.Message) switch
        {
            (Closing, _) => new(MailFailureKind.ServerAway, said, hitsEveryMail: true),
            ( < FirstRefusalForGood, _) => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: false),

            // RFC 3463: the class of permissions. The server may not relay for us; that is ours to mend, and the address may be right.
            (_, var message) when message.Contains("5.7.", StringComparison.Ordinal) => new(MailFailureKind.RefusesUs, said + " 5.7", hitsEveryMail: false),
            ((int)SmtpStatusCode.MailboxNameNotAllowed or (int)SmtpStatusCode.SyntaxError or (int)SmtpStatusCode.CommandUnrecognized, _) =>
                new(MailFailureKind.BadAddress, said, hitsEveryMail: false),
            _ => new(MailFailureKind.RefusedForGood, said, hitsEveryMail: false),
        };
    }

    private static MailFailedException OfServer(SmtpCommandException refused)
    {
        var said = $"SMTP {(int)refused.StatusCode}";
        return (int)refused.StatusCode switch
        {
            Closing => new(MailFailureKind.ServerAway, said, hitsEveryMail: true),
            MessageTooLarge => new(MailFailureKind.RefusedForGood, said, hitsEveryMail: false),
            >= FirstRefusalForGood => new(MailFailureKind.RefusesUs, said, hitsEveryMail: true),
            _ => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: false),
        };
    }
}
