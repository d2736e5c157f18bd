namespace Apprentices.Features.Evaluations.Together;

/// <summary>The addresses of the talk held together, and of what talks agreed on.</summary>
public static class TogetherLinks
{
    /// <summary>What the talks agreed that one does oneself.</summary>
    public const string Actions = "/actions";

    /// <summary>Parts of the page of a talk held together.</summary>
    public const string Notes = "notes";
    public const string Agreed = "agreed";

    public static string Part(Guid talkId, string part) => $"{Together(talkId)}#{part}";

    public static string Together(Guid talkId) => $"{EvaluationLinks.Talk(talkId)}/together";

    /// <summary>One's own, at a page of the open ones and one of those done.</summary>
    public static string ActionPages(int open, int done) => $"{Actions}?page={open}&done={done}";
}
