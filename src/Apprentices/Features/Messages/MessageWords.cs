namespace Apprentices.Features.Messages;

/// <summary>What a message is for and what became of it, in words.</summary>
internal static class MessageWords
{
    public static string Word(this MessageKind kind) => kind switch
    {
        MessageKind.Reminder => MessageTexts.KindReminder,
        MessageKind.Invitation => MessageTexts.KindInvitation,
        MessageKind.Cancellation => MessageTexts.KindCancellation,
        MessageKind.PrepareIt => MessageTexts.KindPrepareIt,
        MessageKind.HoldIt => MessageTexts.KindHoldIt,
        MessageKind.SignIt => MessageTexts.KindSignIt,
        _ => MessageTexts.KindSignIn,
    };

    public static string Word(this MessageFate fate) => fate switch
    {
        MessageFate.Waiting => MessageTexts.FateWaiting,
        MessageFate.Failed => MessageTexts.FateFailed,
        MessageFate.GivenUp => MessageTexts.FateGivenUp,
        MessageFate.Sent => MessageTexts.FateSent,
        MessageFate.CalledOff => MessageTexts.FateCalledOff,
        _ => MessageTexts.FateAll,
    };
}
