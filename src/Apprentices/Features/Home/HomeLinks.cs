namespace Apprentices.Features.Home;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class HomeLinks
{
    public const string Home = "/";
}
