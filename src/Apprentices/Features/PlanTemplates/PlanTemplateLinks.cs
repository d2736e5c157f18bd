namespace Apprentices.Features.PlanTemplates;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PlanTemplateLinks
{
    public const string List = "/templates";
    public const string New = "/templates/new";
    public const string HouseCoverage = "/templates/coverage";

    /// <summary>What one template covers, as a route.</summary>
    public const string CoverageRoute = List + "/{id:guid}/coverage";

    /// <summary>Who follows one template, as a route.</summary>
    public const string FollowersRoute = List + "/{id:guid}/followers";

    /// <summary>The form of a new template, filled as a copy of another.</summary>
    public static string CopyOf(Guid id) => $"{New}?copy={id}";

    /// <summary>The tasks of a template by half-year.</summary>
    public static string Template(Guid id) => $"{List}/{id}";

    /// <summary>The same, at a task.</summary>
    public static string AtTask(Guid id, Guid taskId) => $"{Template(id)}#task-{taskId}";
    public static string Coverage(Guid id) => $"{Template(id)}/coverage";
    public static string Editions(Guid id) => $"{Template(id)}/editions";
    public static string Edition(Guid id, int number) => $"{Editions(id)}/{number}";
    public static string Followers(Guid id, int page = 1) => $"{Template(id)}/followers" + (page > 1 ? $"?page={page}" : "");

    /// <summary>The form of a new task, for a goal or in a half-year.</summary>
    public static string NewTask(Guid id, string? goalCode = null, int? halfYear = null) =>
        $"{Template(id)}/tasks/new" + (goalCode is not null ? $"?goal={Uri.EscapeDataString(goalCode)}" : halfYear is { } half ? $"?half={half}" : "");

    public static string Task(Guid id, Guid taskId) => $"{Template(id)}/tasks/{taskId}";

    /// <summary>Which workplaces teach which goals of a trade, over all templates and plans.</summary>
    public static string HouseCoverageOf(string curriculumCode) => $"{HouseCoverage}?trade={Uri.EscapeDataString(curriculumCode)}";
}
