using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>The words for talks and parties on the pages of preparation.</summary>
internal static class PreparationWords
{
    public static string Role(FormParties party) => party switch
    {
        FormParties.Apprentice => EvaluationTexts.RoleApprentice,
        FormParties.Instructor => EvaluationTexts.RoleInstructor,
        FormParties.TrainingManager => EvaluationTexts.RoleTrainingManager,
        _ => PreparationTexts.RoleHr,
    };

    /// <summary>"Siv, Tor og Nina".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} {EvaluationTexts.And} {names[^1]}",
    };
}
