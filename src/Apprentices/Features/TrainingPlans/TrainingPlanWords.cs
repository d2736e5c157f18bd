using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>How the plan says its days.</summary>
internal static class TrainingPlanWords
{
    /// <summary>The language the page is read in.</summary>
    public static Language Reader => Cultures.Find(CultureInfo.CurrentUICulture.Name) ?? Language.Bokmal;

    public static string Days(HalfYear halfYear) =>
        $"{halfYear.StartsOn.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)} – {halfYear.EndsOn.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)}";

    public static string Day(DateOnly day) => day.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture);

    /// <summary>When and why an edition was made, and when it was agreed to.</summary>
    public static string Of(ListPlanEditions.Row edition) => edition switch
    {
        { Reason: PlanEditionReason.BeforeMove } => Texts.Format(TrainingPlanTexts.KeptBeforeMove, Day(edition.MadeOn)),
        { AgreedOn: { } agreed } => Texts.Format(TrainingPlanTexts.PutForwardAndAgreed, Day(edition.MadeOn), edition.MadeBy, Day(agreed)),
        _ => Texts.Format(TrainingPlanTexts.PutForwardOnly, Day(edition.MadeOn), edition.MadeBy),
    };

    /// <summary>The template it follows, and what is agreed.</summary>
    public static string Sentence(ListPlanEditions.Standing standing, bool isOwn)
    {
        var template = standing.Template is { } followed
            ? Texts.Format(TrainingPlanTexts.Follows, followed.Name, followed.Edition)
            : TrainingPlanTexts.FollowsNone;
        var agreed = standing switch
        {
            { Waiting: { } waiting } when !isOwn => Texts.Format(TrainingPlanTexts.WaitsForHer, waiting.Number, Day(waiting.MadeOn), waiting.MadeBy),
            { Agreed: { } edition } => Texts.Format(TrainingPlanTexts.AgreedEdition, edition.Number, Day(edition.AgreedOn!.Value)),
            _ => TrainingPlanTexts.NothingAgreed,
        };
        return $"{template} {agreed}";
    }
}
