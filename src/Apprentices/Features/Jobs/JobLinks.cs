namespace Apprentices.Features.Jobs;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class JobLinks
{
    public const string Jobs = "/jobs";

    /// <summary>The runs of one job, newest first.</summary>
    public static string Runs(string id, int page = 1) => page > 1 ? $"{Jobs}/{id}?page={page}" : $"{Jobs}/{id}";
}
