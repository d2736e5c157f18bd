namespace Apprentices.Domain;

/// <summary>An invitation that is to be mailed. Its secret is made as the mail is written, so that no row ever holds one.</summary>
public sealed class InvitationMail : QueuedMail
{
    private InvitationMail() { }

    public InvitationMail(Invitation invitation, DateTimeOffset at) : base(at) => InvitationId = invitation.Id;

    public Guid InvitationId { get; private set; }
    public Invitation Invitation { get; private set; } = null!;

    /// <summary>Only while the invitation opens something: whoever sends it again does not invite anew.</summary>
    public override void SendAgain(DateTimeOffset at)
    {
        Rule.Require(Invitation.IsUsableAt(at), RuleTexts.InvitationOver);
        base.SendAgain(at);
    }
}
