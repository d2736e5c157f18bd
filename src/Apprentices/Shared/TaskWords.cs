using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>How the parts of a task or course are said, in a template and in a plan.</summary>
public static class TaskWords
{
    public static string Of(TaskKind kind) => kind == TaskKind.Course ? TaskTexts.KindCourse : TaskTexts.KindTask;

    public static string Of(TaskResponsible responsible) => responsible switch
    {
        TaskResponsible.Instructor => TaskTexts.RoleInstructor,
        TaskResponsible.TrainingManager => TaskTexts.RoleManager,
        TaskResponsible.Apprentice => TaskTexts.RoleApprentice,
        _ => TaskTexts.RoleOther,
    };

    public static string Responsible(TaskTerms terms) => terms.Responsible == TaskResponsible.Other ? terms.ResponsibleName ?? "" : Of(terms.Responsible);

    public static string Weeks(TaskTerms terms) => terms switch
    {
        { FromWeek: { } from, ToWeek: { } to } when from == to => Texts.Format(TaskTexts.Week, from),
        { FromWeek: { } from, ToWeek: { } to } => Texts.Format(TaskTexts.WeekSpan, from, to),
        _ => TaskTexts.WholeHalfYear,
    };

    public static string Of(TaskField field) => field switch
    {
        TaskField.Title => TaskTexts.Title,
        TaskField.Kind => TaskTexts.Kind,
        TaskField.HalfYear => TaskTexts.HalfYear,
        TaskField.Weeks => TaskTexts.Weeks,
        TaskField.Workplace => TaskTexts.Workplace,
        TaskField.Responsible => TaskTexts.Responsible,
        TaskField.Method => TaskTexts.Method,
        TaskField.Documentation => TaskTexts.Documentation,
        _ => TaskTexts.Goals,
    };

    /// <summary>One part of a task in words.</summary>
    /// <param name="field">Which part.</param>
    /// <param name="task">Of which task.</param>
    /// <param name="workplace">The name of where it is done; nothing: wherever she is.</param>
    /// <param name="goal">What the goal of a code is called.</param>
    public static string Value(TaskField field, TaskState task, string? workplace, Func<string, string> goal) => field switch
    {
        TaskField.Title => task.Terms.Title,
        TaskField.Kind => Of(task.Terms.Kind),
        TaskField.HalfYear => Texts.Format(TaskTexts.NthHalfYear, task.Terms.HalfYear),
        TaskField.Weeks => Weeks(task.Terms),
        TaskField.Workplace => workplace ?? TaskTexts.WhereverSheIs,
        TaskField.Responsible => Responsible(task.Terms),
        TaskField.Method => task.Terms.Method ?? TaskTexts.NotSaid,
        TaskField.Documentation => task.Terms.Documentation ?? TaskTexts.NotSaid,
        _ => task.GoalCodes.Count == 0 ? TaskTexts.NotSaid : string.Join(", ", task.GoalCodes.Select(goal)),
    };
}
