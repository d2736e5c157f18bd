using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>A task or course as it is typed, of a template or of one plan, new or changed.</summary>
public sealed class TaskInput
{
    [Required, StringLength(TaskTerms.LongestTitle)]
    public string? Title { get; set; }

    public TaskKind Kind { get; set; }

    [Range(1, TaskTerms.LastHalfYear)]
    public int HalfYear { get; set; } = 1;

    [Range(1, TaskTerms.LastWeek)]
    public int? FromWeek { get; set; }

    [Range(1, TaskTerms.LastWeek)]
    public int? ToWeek { get; set; }

    /// <summary>Empty: wherever the apprentice is.</summary>
    public Guid? WorkplaceId { get; set; }

    public TaskResponsible Responsible { get; set; }

    [StringLength(TaskTerms.LongestTitle)]
    public string? ResponsibleName { get; set; }

    [StringLength(TaskTerms.LongestText)]
    public string? Method { get; set; }

    [StringLength(TaskTerms.LongestText)]
    public string? Documentation { get; set; }

    /// <summary>The goals it teaches, by Udir's code.</summary>
    public List<string> GoalCodes { get; set; } = [];

    /// <summary>The task as it was when the form was opened.</summary>
    public int Version { get; set; }

    public TaskTerms ToTerms() => new(Title ?? "", Kind, HalfYear)
    {
        FromWeek = FromWeek,
        ToWeek = ToWeek,
        WorkplaceId = WorkplaceId,
        Responsible = Responsible,
        ResponsibleName = ResponsibleName,
        Method = Method,
        Documentation = Documentation,
    };

    public static TaskInput Of(TaskState task, int version) => new()
    {
        Title = task.Terms.Title,
        Kind = task.Terms.Kind,
        HalfYear = task.Terms.HalfYear,
        FromWeek = task.Terms.FromWeek,
        ToWeek = task.Terms.ToWeek,
        WorkplaceId = task.Terms.WorkplaceId,
        Responsible = task.Terms.Responsible,
        ResponsibleName = task.Terms.ResponsibleName,
        Method = task.Terms.Method,
        Documentation = task.Terms.Documentation,
        GoalCodes = [.. task.GoalCodes],
        Version = version,
    };
}
