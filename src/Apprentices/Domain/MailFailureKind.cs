namespace Apprentices.Domain;

/// <summary>Why a mail was not taken: what decides whether it is tried again, and what people are told.</summary>
public enum MailFailureKind
{
    /// <summary>The address is none, or the server will not take it as one.</summary>
    BadAddress,

    /// <summary>The server knows no such recipient, or will never take mail for her.</summary>
    RefusedForGood,

    /// <summary>The server does not take it now: a full mailbox, too much mail, a wait for strangers.</summary>
    RefusedForNow,

    /// <summary>Nobody answers at the server's address, or it says itself that it is closed.</summary>
    ServerAway,

    /// <summary>The server does not let us send: the user or the password is wrong, or the sender is not ours.</summary>
    RefusesUs,

    /// <summary>The server offers no encryption, or shows a certificate that is not trusted.</summary>
    NotSecure,

    /// <summary>The server answered too slowly, perhaps after it had taken the mail.</summary>
    TimedOut,

    /// <summary>The connection broke, perhaps after the server had taken the mail.</summary>
    Dropped,

    /// <summary>The program could not write it, and the server was never asked.</summary>
    NotWritten,
}

/// <summary>What follows from why a mail was not taken.</summary>
public static class MailFailureKinds
{
    /// <summary>The server may have taken it: no answer came.</summary>
    public static bool MayHaveArrived(this MailFailureKind kind) => kind is MailFailureKind.TimedOut or MailFailureKind.Dropped;

    /// <summary>Another try would meet the same answer: it is given up at once.</summary>
    public static bool IsForGood(this MailFailureKind kind) => kind is MailFailureKind.BadAddress or MailFailureKind.RefusedForGood;
}
