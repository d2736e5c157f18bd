namespace Apprentices.Features.Evaluations.Returns;

/// <summary>The addresses of the return control.</summary>
public static class TalkReturnLinks
{
    public const string Returns = "/talks/returns";
}
