namespace Apprentices.Features.Jobs;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class JobLinks
{
    public const string Jobs = "/jobs";
}
