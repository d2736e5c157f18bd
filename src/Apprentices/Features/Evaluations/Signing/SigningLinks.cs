using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>The addresses of a talk's document, and of the page that checks one.</summary>
public static class SigningLinks
{
    /// <summary>Where anybody checks a file.</summary>
    public const string Check = "/check";

    /// <summary>The part of an address that says the language.</summary>
    public const string Language = "lang";

    public const string DocumentRoute = EvaluationLinks.Talks + "/{id:guid}/document";
    public const string SealedRoute = EvaluationLinks.Talks + "/{id:guid}/sealed-{number:int}.json";

    /// <summary>To look at and to print.</summary>
    public static string Document(Guid id, Language language) => $"{EvaluationLinks.Talk(id)}/document?{Language}={TagOf(language)}";

    public static string Html(Guid id, Language language) => $"{EvaluationLinks.Talk(id)}/document.html?{Language}={TagOf(language)}";

    public static string Pdf(Guid id, Language language) => $"{EvaluationLinks.Talk(id)}/document.pdf?{Language}={TagOf(language)}";

    /// <summary>All that was signed, with the signatures.</summary>
    public static string Json(Guid id) => $"{EvaluationLinks.Talk(id)}/document.json";

    /// <summary>Byte for byte what is hashed: of the talk (0) or an addendum.</summary>
    public static string Sealed(Guid id, int addendum) => $"{EvaluationLinks.Talk(id)}/sealed-{addendum}.json";

    public static string TagOf(Language language) => Cultures.Of(language).TwoLetterISOLanguageName;
}
