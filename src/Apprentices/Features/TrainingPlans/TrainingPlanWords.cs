using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Features.TrainingPlans;

/// <summary>How the plan says its days.</summary>
internal static class TrainingPlanWords
{
    public static string Days(HalfYear halfYear) =>
        $"{halfYear.StartsOn.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)} – {halfYear.EndsOn.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)}";

    public static string Day(DateOnly day) => day.ToString(TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture);
}
