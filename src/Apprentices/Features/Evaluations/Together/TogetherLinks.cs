namespace Apprentices.Features.Evaluations.Together;

/// <summary>The addresses of the talk held together, and of what talks agreed on.</summary>
public static class TogetherLinks
{
    /// <summary>What the talks agreed that one does oneself.</summary>
    public const string Actions = "/actions";

    public static string Together(Guid talkId) => $"{EvaluationLinks.Talk(talkId)}/together";

    /// <summary>One's own, at a page of the open ones and one of those done.</summary>
    public static string ActionPages(int open, int done) => $"{Actions}?page={open}&done={done}";
}
