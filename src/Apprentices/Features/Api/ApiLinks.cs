namespace Apprentices.Features.Api;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ApiLinks
{
    public const string Tokens = "/access-tokens";
    public const string OwnTokens = "/own-access-tokens";
}
