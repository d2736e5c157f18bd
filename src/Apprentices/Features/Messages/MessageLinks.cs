namespace Apprentices.Features.Messages;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class MessageLinks
{
    public const string Messages = "/messages";
}
