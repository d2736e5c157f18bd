namespace Apprentices.Features.ProgressLog;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ProgressLogLinks
{
    public const string Log = "/log";
}
