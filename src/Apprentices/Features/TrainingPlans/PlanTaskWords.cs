using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>How a plan says what a task is, and the parts of it that changed.</summary>
internal static class PlanTaskWords
{
    public static string Word(this TaskKind kind) => kind == TaskKind.Course ? TrainingPlanTexts.Course : TrainingPlanTexts.Task;

    public static string Word(this TaskResponsible responsible) => responsible switch
    {
        TaskResponsible.Instructor => TrainingPlanTexts.RoleInstructor,
        TaskResponsible.TrainingManager => TrainingPlanTexts.RoleManager,
        TaskResponsible.Apprentice => TrainingPlanTexts.RoleApprentice,
        _ => TrainingPlanTexts.RoleOther,
    };

    public static string Word(this TaskField field) => field switch
    {
        TaskField.Title => TrainingPlanTexts.TaskTitle,
        TaskField.Kind => TrainingPlanTexts.TaskKind,
        TaskField.HalfYear => TrainingPlanTexts.WhichHalfYear,
        TaskField.Weeks => TrainingPlanTexts.Weeks,
        TaskField.Workplace => TrainingPlanTexts.Workplace,
        TaskField.Responsible => TrainingPlanTexts.Responsible,
        TaskField.Method => TrainingPlanTexts.Method,
        TaskField.Documentation => TrainingPlanTexts.Documentation,
        _ => TrainingPlanTexts.Goals,
    };

    /// <summary>One part of a task in words.</summary>
    public static string Value(this TaskField field, TaskState task, PlanNames names, IReadOnlyDictionary<string, LocalText> goals) => field switch
    {
        TaskField.Title => task.Terms.Title,
        TaskField.Kind => task.Terms.Kind.Word(),
        TaskField.HalfYear => Texts.Format(TrainingPlanTexts.HalfYear, task.Terms.HalfYear),
        TaskField.Weeks => WeeksOf(task.Terms),
        TaskField.Workplace => names.Where(task.Terms) ?? TrainingPlanTexts.WhereverSheIs,
        TaskField.Responsible => task.Terms.Responsible == TaskResponsible.Other ? task.Terms.ResponsibleName ?? "" : task.Terms.Responsible.Word(),
        TaskField.Method => task.Terms.Method ?? TrainingPlanTexts.NotSaid,
        TaskField.Documentation => task.Terms.Documentation ?? TrainingPlanTexts.NotSaid,
        _ => task.GoalCodes.Count == 0 ? TrainingPlanTexts.NotSaid : string.Join(", ", task.GoalCodes.Select(code => goals.TryGetValue(code, out var title) ? $"{title} ({code})" : code)),
    };

    /// <summary>The half-year, or the days where it is planned by weeks.</summary>
    public static string When(TaskTerms terms, (DateOnly FromOn, DateOnly ToOn) days) =>
        terms.FromWeek is null ? Texts.Format(TrainingPlanTexts.HalfYear, terms.HalfYear) : Span(days.FromOn, days.ToOn);

    public static string Span(DateOnly fromOn, DateOnly toOn) => string.Create(CultureInfo.CurrentCulture,
        $"{fromOn.ToString(fromOn.Year == toOn.Year ? TrainingPlanTexts.DayFormatShort : TrainingPlanTexts.DayFormat, CultureInfo.CurrentCulture)} – {TrainingPlanWords.Day(toOn)}");

    private static string WeeksOf(TaskTerms terms) => terms switch
    {
        { FromWeek: null } => TrainingPlanTexts.WholeHalf,
        { FromWeek: var from, ToWeek: var to } when from == to => Texts.Format(TrainingPlanTexts.WeekOne, from),
        _ => Texts.Format(TrainingPlanTexts.WeekSpan, terms.FromWeek, terms.ToWeek),
    };
}
