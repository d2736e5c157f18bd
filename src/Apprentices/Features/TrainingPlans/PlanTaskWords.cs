using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>How a plan says when a task is done.</summary>
internal static class PlanTaskWords
{
    /// <summary>The half-year, or the days where it is planned by weeks.</summary>
    public static string When(TaskTerms terms, (DateOnly FromOn, DateOnly ToOn) days) =>
        terms.FromWeek is null ? Texts.Format(TaskTexts.NthHalfYear, terms.HalfYear) : Span(days.FromOn, days.ToOn);

    public static string Span(DateOnly fromOn, DateOnly toOn) => string.Create(CultureInfo.CurrentCulture,
        $"{fromOn.ToString(fromOn.Year == toOn.Year ? TrainingPlanTexts.DayFormatShort : TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)} – {TrainingPlanWords.Day(toOn)}");
}
