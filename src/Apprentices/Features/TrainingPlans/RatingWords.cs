using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Says in words how the level of a goal comes about.</summary>
internal static class RatingWords
{
    /// <summary>"Siv Åmot, 12. nov.: mestrer. Tor Eide, 3. nov.: trenger mer øving. Den nyeste vurderingen gjelder."</summary>
    public static string Why(ShowPlan.Goal goal, LevelReading reading) => reading.Reason switch
    {
        LevelReason.NotRated => "",
        LevelReason.OneRater => $"{Said(goal, reading.Latest)} {TrainingPlanTexts.WhyOne}",
        LevelReason.OfThoseItFollows => Texts.Format(
            TrainingPlanTexts.WhyFollows, string.Join(' ', reading.Former.Select(rating => Texts.Format(TrainingPlanTexts.WhoSaidOf, CodeOf(goal, rating), Said(goal, rating))))),
        _ => $"{Said(goal, reading.Latest)} {(reading.IsAgreed ? TrainingPlanTexts.WhyAgreed : WhyNewest(goal, reading))}",
    };

    /// <summary>Who of several sees it as the newest rating does, where not all do.</summary>
    private static string WhyNewest(ShowPlan.Goal goal, LevelReading reading)
    {
        var alike = reading.Latest.Skip(1).Where(rating => rating.Level == reading.Level).Select(rating => NameOf(goal, rating)).ToList();
        return alike.Count == 0 ? TrainingPlanTexts.WhyNewest : $"{TrainingPlanTexts.WhyNewest} {Texts.Format(TrainingPlanTexts.WhoAgrees, string.Join(", ", alike))}";
    }

    private static string Said(ShowPlan.Goal goal, IReadOnlyList<RatingRead> ratings) => string.Join(' ', ratings.Select(rating => Said(goal, rating)));

    private static string Said(ShowPlan.Goal goal, RatingRead rating) =>
        Texts.Format(TrainingPlanTexts.WhoSaid, NameOf(goal, rating), TrainingPlanWords.Day(rating.On), Texts.Within(rating.Level.Word()));

    private static string NameOf(ShowPlan.Goal goal, RatingRead rating) => goal.Ratings.First(given => given.RatedById == rating.RaterId).RatedBy;

    private static string CodeOf(ShowPlan.Goal goal, RatingRead rating) => goal.Ratings.First(given => given.GoalId == rating.GoalId).Code;
}
