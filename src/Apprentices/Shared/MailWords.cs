using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>Why a mail did not arrive, in words that say what to do.</summary>
public static class MailWords
{
    public static string Word(this MailFailureKind kind) => kind switch
    {
        MailFailureKind.BadAddress => MailTexts.BadAddress,
        MailFailureKind.RefusedForGood => MailTexts.RefusedForGood,
        MailFailureKind.RefusedForNow => MailTexts.RefusedForNow,
        MailFailureKind.ServerAway => MailTexts.ServerAway,
        MailFailureKind.RefusesUs => MailTexts.RefusesUs,
        MailFailureKind.NotSecure => MailTexts.NotSecure,
        MailFailureKind.TimedOut => MailTexts.TimedOut,
        MailFailureKind.NotWritten => MailTexts.NotWritten,
        _ => MailTexts.Dropped,
    };
}
