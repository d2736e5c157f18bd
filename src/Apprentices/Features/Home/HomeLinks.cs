namespace Apprentices.Features.Home;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class HomeLinks
{
    public const string Home = "/";
    public const string OwnWork = "/my-work";

    /// <summary>Another of one's homes, for somebody with several roles.</summary>
    public static string As(HomeKind kind) => $"/?as={kind}";

    public static string OwnWorkPages(int talks, int ratings, int observations) => $"{OwnWork}?talks={talks}&ratings={ratings}&observations={observations}";
}
