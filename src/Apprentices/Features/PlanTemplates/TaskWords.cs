using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.PlanTemplates;

/// <summary>How the parts of a task are said.</summary>
internal static class TaskWords
{
    public static string Of(TaskKind kind) => kind == TaskKind.Course ? PlanTemplateTexts.KindCourse : PlanTemplateTexts.KindTask;

    public static string Of(TaskResponsible responsible) => responsible switch
    {
        TaskResponsible.TrainingManager => PlanTemplateTexts.ResponsibleManager,
        TaskResponsible.Apprentice => PlanTemplateTexts.ResponsibleApprentice,
        TaskResponsible.Other => PlanTemplateTexts.ResponsibleOther,
        _ => PlanTemplateTexts.ResponsibleInstructor,
    };

    public static string Responsible(TaskTerms terms) => terms.Responsible == TaskResponsible.Other ? terms.ResponsibleName ?? "" : Of(terms.Responsible);

    public static string Weeks(TaskTerms terms) => terms switch
    {
        { FromWeek: { } from, ToWeek: { } to } when from == to => Texts.Format(PlanTemplateTexts.Week, from),
        { FromWeek: { } from, ToWeek: { } to } => Texts.Format(PlanTemplateTexts.Weeks, from, to),
        _ => PlanTemplateTexts.WholeHalfYear,
    };

    /// <summary>When in the half-year, where, and who sees to it.</summary>
    public static string Facts(TaskTerms terms, TemplateNames names) => string.Join(" · ", [Weeks(terms), names.Workplace(terms.WorkplaceId), Responsible(terms)]);

    public static string Of(TaskField field) => field switch
    {
        TaskField.Title => PlanTemplateTexts.FieldTitle,
        TaskField.Kind => PlanTemplateTexts.FieldKind,
        TaskField.HalfYear => PlanTemplateTexts.FieldHalfYear,
        TaskField.Weeks => PlanTemplateTexts.FieldWeeks,
        TaskField.Workplace => PlanTemplateTexts.FieldWorkplace,
        TaskField.Responsible => PlanTemplateTexts.FieldResponsible,
        TaskField.Method => PlanTemplateTexts.FieldMethod,
        TaskField.Documentation => PlanTemplateTexts.FieldDocumentation,
        _ => PlanTemplateTexts.FieldGoals,
    };

    public static string Value(TaskField field, TaskState task, TemplateNames names) => field switch
    {
        TaskField.Title => task.Terms.Title,
        TaskField.Kind => Of(task.Terms.Kind),
        TaskField.HalfYear => Texts.Format(PlanTemplateTexts.HalfYear, task.Terms.HalfYear),
        TaskField.Weeks => Weeks(task.Terms),
        TaskField.Workplace => names.Workplace(task.Terms.WorkplaceId),
        TaskField.Responsible => Responsible(task.Terms),
        TaskField.Method => task.Terms.Method ?? PlanTemplateTexts.Empty,
        TaskField.Documentation => task.Terms.Documentation ?? PlanTemplateTexts.Empty,
        _ => task.GoalCodes.Count == 0 ? PlanTemplateTexts.NoGoal : string.Join(", ", task.GoalCodes.Select(names.Goal)),
    };
}
