namespace Apprentices.Features.Evaluations;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class EvaluationLinks
{
    public const string Talks = "/talks";
    public static string Talk(Guid id) => $"/talks/{id}";
}
